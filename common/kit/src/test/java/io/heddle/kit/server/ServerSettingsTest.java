package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.config.Settings;
import io.heddle.kit.config.SettingsException;
import io.heddle.kit.config.Sources;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.server.ServerSettings.TlsFiles;
import io.heddle.kit.server.cors.CorsSettings;
import io.heddle.kit.tls.TlsSettings;
import io.heddle.kit.trace.TraceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerSettingsTest {
    private static final Map<String, Class<? extends Record>> SECTIONS = Map.of(
            "server", ServerSettings.class,
            "client", ClientSettings.class,
            "trace", TraceSettings.class,
            "log", LogSettings.class);

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.tls.clients",
                "server.tls.key",
                "server.tls.certificates",
                "client.http1.tls.key",
                "client.http1.tls.certificates"
            })
    void aPartOfWhatTlsNeedsStopsTheStart(String only) {
        Settings settings = load(Map.of("heddle." + only, "file.pem"));

        assertThatThrownBy(() -> {
                    settings.get("server", ServerSettings.class);
                    settings.get("client", ClientSettings.class);
                })
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("tls");
    }

    @Test
    void aCertificateIsShownAndTrustedAsTheSettingsSay() {
        Settings settings = load(Map.of(
                "heddle.server.tls.key", "k.pem",
                "heddle.server.tls.certificates", "c.pem",
                "heddle.server.tls.clients", "t.pem",
                "heddle.client.http1.tls.trust", "t.pem"));

        assertThat(settings.get("server", ServerSettings.class).tls())
                .isEqualTo(new TlsFiles("k.pem", "c.pem", "t.pem"));
        assertThat(settings.get("client", ClientSettings.class).http1().tls())
                .isEqualTo(new TlsSettings("t.pem", "", ""));
    }

    private static Settings load(Map<String, String> properties) {
        return Settings.load(new Sources("none.yaml", Optional.empty(), Map.of(), properties), SECTIONS);
    }
}
