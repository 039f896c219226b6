package io.heddle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesTest {
    private static final List<List<String>> FLOORS = List.of(List.of("memory", "etcd", "zookeeper"), List.of("open"));

    @Test
    void theModuleKeepsTheHouseRules() {
        assertEquals(
                List.of(), HouseRules.of("io.heddle.store").withFloors(FLOORS).violations());
    }
}
