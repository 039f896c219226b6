package io.heddle.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesTest {
    @Test
    void theModuleKeepsTheHouseRules() {
        HouseRules rules = HouseRules.of("io.heddle.processor")
                .withFloors(List.of(
                        List.of("naming", "path"),
                        List.of("model", "report"),
                        List.of("type", "members"),
                        List.of("constraint"),
                        List.of("json", "source"),
                        List.of("check", "logged"),
                        List.of("read", "openapi", "client", "routes", "rpc", "stub")));

        assertThat(rules.violations()).isEmpty();
    }
}
