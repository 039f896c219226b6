package io.heddle.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.rules.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("json", "html", "metrics", "check", "seal", "tls", "rate"),
            List.of("trace"),
            List.of("log", "logged", "task", "http1", "pace"),
            List.of("config", "loop"),
            List.of("server", "client"),
            List.of("registry", "discovery", "openapi", "configcenter", "watch", "access", "rpc"),
            List.of("boot", "console"));

    @Test
    void theModuleKeepsTheHouseRulesAndItsFloors() {
        assertThat(HouseRules.of("io.heddle.kit").withFloors(FLOORS).violations())
                .isEmpty();
    }
}
