package io.heddle.seckill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void theModuleKeepsTheHouseRules() {
        assertThat(HouseRules.of("io.heddle.seckill")
                        .withFloors(List.of(
                                List.of("admin", "sale"),
                                List.of("check", "journal", "tables"),
                                List.of("journalled", "redis", "sql", "verify"),
                                List.of("product"),
                                List.of("activity"),
                                List.of("order"),
                                List.of("repair")))
                        .violations())
                .isEmpty();
    }
}
