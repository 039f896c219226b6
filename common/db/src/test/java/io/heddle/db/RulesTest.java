package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.rules.HouseRules;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void theModuleKeepsTheHouseRules() {
        assertThat(HouseRules.of("io.heddle.db").violations()).isEmpty();
    }
}
