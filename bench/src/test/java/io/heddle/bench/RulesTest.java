package io.heddle.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("target", "report", "process", "jmh", "pick", "lease", "watcher", "ask"),
            List.of("call", "load", "proxy", "server", "cast"),
            List.of("named", "read", "sale", "proof", "facade"));

    /// JMH writes subclasses of the classes that hold benchmarks, so these alone are not final.
    @Test
    void theModuleKeepsTheHouseRules() {
        List<String> violations = HouseRules.of("io.heddle.bench").withFloors(FLOORS).violations().stream()
                .filter(violation -> !violation.endsWith("Benchmark is not final"))
                .toList();

        assertEquals(List.of(), violations);
    }
}
