package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("entry"),
            List.of("schema"),
            List.of("secret"),
            List.of("store"),
            List.of("catalog"),
            List.of("access"),
            List.of("watch", "release"),
            List.of("token", "bundle", "property"),
            List.of("spring", "kv", "console"));

    @Test
    void theModuleKeepsTheHouseRulesAndItsFloors() {
        assertThat(HouseRules.of("io.heddle.configcenter").withFloors(FLOORS).violations())
                .isEmpty();
    }
}
