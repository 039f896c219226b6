package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("catalog", "probe", "access"),
            List.of("admission", "watch", "page"),
            List.of("lease"),
            List.of("store"));

    @Test
    void theModuleKeepsTheHouseRules() {
        assertEquals(
                List.of(),
                HouseRules.of("io.heddle.registry").withFloors(FLOORS).violations());
    }
}
