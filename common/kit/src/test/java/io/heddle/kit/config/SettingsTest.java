package io.heddle.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    enum Mode {
        FAST_LANE,
        SLOW
    }

    record Inner(@Default("5s") Duration limit, Optional<String> note) {}

    record Shop(
            @Default("8080") @Bounds(min = 0, max = 65_535) int port,
            @Default("SLOW") Mode mode,
            @Default("a,b") List<String> names,
            Inner inner,
            Map<String, Inner> parts,
            @Default("false") boolean openLate) {}

    record Needy(String name) {}

    @TempDir
    Path folder;

    private Shop load(String yaml, Map<String, String> environment, Map<String, String> properties) {
        try {
            Path file = Files.writeString(folder.resolve("shop.yaml"), yaml);
            Sources sources = new Sources("none.yaml", Optional.of(file), environment, properties);
            return Settings.load(sources, Map.of("shop", Shop.class)).get("shop", Shop.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takesDefaultsFromTheCode() {
        Shop shop = load("", Map.of(), Map.of());
        assertThat(shop)
                .isEqualTo(new Shop(
                        8080,
                        Mode.SLOW,
                        List.of("a", "b"),
                        new Inner(Duration.ofSeconds(5), Optional.empty()),
                        Map.of(),
                        false));
    }

    @Test
    void letsTheEnvironmentWinOverTheFileAndPropertiesOverBoth() {
        String yaml = "shop: {port: 1, mode: fast-lane, inner: {limit: 1s}}";
        Shop shop = load(
                yaml,
                Map.of("HEDDLE_SHOP_PORT", "2", "HEDDLE_SHOP_INNER_LIMIT", "2s", "HEDDLE_SHOP_OPEN_LATE", "true"),
                Map.of("heddle.shop.port", "3"));
        assertThat(shop.port()).isEqualTo(3);
        assertThat(shop.mode()).isEqualTo(Mode.FAST_LANE);
        assertThat(shop.inner().limit()).isEqualTo(Duration.ofSeconds(2));
        assertThat(shop.openLate()).isTrue();
    }

    @Test
    void readsListsAndMapsOfRecords() {
        String yaml = """
                shop:
                  names: [x, y]
                  parts:
                    left: {limit: 3s, note: hello}
                    right: {limit: 4s}
                """;
        Shop shop = load(yaml, Map.of(), Map.of());
        assertThat(shop.names()).containsExactly("x", "y");
        assertThat(shop.parts())
                .containsEntry("left", new Inner(Duration.ofSeconds(3), Optional.of("hello")))
                .containsEntry("right", new Inner(Duration.ofSeconds(4), Optional.empty()));
    }

    @Test
    void refusesAnUnknownKeyAndNamesTheNearest() {
        assertThatThrownBy(() -> load("shop: {prot: 1}", Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("unknown setting shop.prot; the nearest known one is shop.port");
        assertThatThrownBy(() -> load("", Map.of("HEDDLE_SHOP_PROT", "1"), Map.of()))
                .hasMessageContaining("unknown setting shop.prot");
    }

    @Test
    void namesTheKeyOfAValueThatIsWrong() {
        assertThatThrownBy(() -> load("shop: {port: 70000}", Map.of(), Map.of()))
                .hasMessage("shop.port must be from 0 to 65535, not 70000");
        assertThatThrownBy(() -> load("shop: {inner: {limit: long}}", Map.of(), Map.of()))
                .hasMessage("shop.inner.limit must be a duration such as 300ms, 2s or 5m, not \"long\"");
    }

    @Test
    void saysWhichSettingMustBeSet() {
        Sources none = new Sources("none.yaml", Optional.empty(), Map.of(), Map.of());
        Settings settings = Settings.load(none, Map.of("needy", Needy.class));
        assertThatThrownBy(() -> settings.get("needy", Needy.class)).hasMessage("needy.name must be set");
    }

    @Test
    void saysThatANamedFileIsMissing() {
        Sources missing = new Sources("none.yaml", Optional.of(folder.resolve("no.yaml")), Map.of(), Map.of());
        assertThatThrownBy(() -> Settings.load(missing, Map.of())).isInstanceOf(SettingsException.class);
    }
}
