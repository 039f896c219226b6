package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("entry", "probe", "access", "behind"),
            List.of("catalog"),
            List.of("admission", "watch", "foreign", "audit"),
            List.of("lease"),
            List.of("snapshot", "cluster", "check"),
            List.of("prometheus", "eureka", "consul", "zookeeper", "console"));

    @Test
    void theModuleKeepsTheHouseRules() {
        assertEquals(
                List.of(),
                HouseRules.of("io.heddle.registry").withFloors(FLOORS).violations());
    }
}
