package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.config.Settings;
import io.heddle.kit.config.Sources;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.server.cors.CorsSettings;
import io.heddle.kit.trace.TraceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServerSettingsTest {
    private static final Map<String, Class<? extends Record>> SECTIONS =
            Map.of("server", ServerSettings.class, "trace", TraceSettings.class, "log", LogSettings.class);

    @Test
    void haveTheirDefaultsWhenNothingIsSet() {
        Settings settings = load(Map.of());

        assertThat(settings.get("server", ServerSettings.class)).isEqualTo(ServerSettings.onPort(0));
        assertThat(settings.get("trace", TraceSettings.class)).isEqualTo(TraceSettings.off());
        assertThat(settings.get("log", LogSettings.class)).isEqualTo(LogSettings.console());
    }

    @Test
    void areSetByName() {
        Settings settings = load(Map.of(
                "heddle.server.cors.origins", "https://a.example,https://b.example",
                "heddle.server.max_body", "2048",
                "heddle.log.format", "json",
                "heddle.trace.sample", "0.25"));

        ServerSettings server = settings.get("server", ServerSettings.class);
        assertThat(server.cors().origins()).containsExactly("https://a.example", "https://b.example");
        assertThat(server.maxBody()).isEqualTo(2048);
        assertThat(settings.get("log", LogSettings.class).format().name()).isEqualTo("JSON");
        assertThat(settings.get("trace", TraceSettings.class).sample()).isEqualTo(0.25);
    }

    @Test
    void refuseAWildcardWithCredentials() {
        assertThatThrownBy(() ->
                        new CorsSettings(List.of("*"), List.of(), List.of(), List.of(), true, Duration.ofMinutes(1)))
                .hasMessage("cors origin * must stand alone and without credentials");
    }

    private static Settings load(Map<String, String> properties) {
        return Settings.load(new Sources("none.yaml", Optional.empty(), Map.of(), properties), SECTIONS);
    }
}
