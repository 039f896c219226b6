package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.pool.Address;
import io.heddle.kit.config.Settings;
import io.heddle.kit.config.SettingsException;
import io.heddle.kit.config.Sources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    private static final String URL = "jdbc:mysql://db.example:3306/shop?useSSL=true";

    private static DatabaseSettings load(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put("database." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return Settings.load(Sources.of(settings), Map.of("database", DatabaseSettings.class))
                .get("database", DatabaseSettings.class);
    }

    @Test
    void onlyTheUrlMustBeSet() {
        assertThat(load("url", URL)).isEqualTo(DatabaseSettings.at(URL, "", ""));
        assertThatThrownBy(() -> load("user", "me"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("database.url must be set");
    }

    @Test
    void everythingCanBeSet() {
        DatabaseSettings settings = load(
                "url",
                URL,
                "user",
                "me",
                "password",
                "pw",
                "replicas",
                "jdbc:mysql://a/x,jdbc:mysql://b/x",
                "migrate",
                "false",
                "pool.size",
                "20",
                "pool.patience",
                "500ms",
                "statement.timeout",
                "3s",
                "statement.max_rows",
                "5");
        assertThat(settings.replicas()).containsExactly("jdbc:mysql://a/x", "jdbc:mysql://b/x");
        assertThat(settings.migrate()).isFalse();
        assertThat(settings.pool().size()).isEqualTo(20);
        assertThat(settings.pool().patience()).hasMillis(500);
        assertThat(settings.statement().timeout()).hasSeconds(3);
        assertThat(settings.statement().maxRows()).isEqualTo(5);
    }

    @Test
    void whatCannotBeIsRefusedAtTheStart() {
        String[][] wrong = {
            {"url", "jdbc:oracle:thin:@x", "database: the url must begin with jdbc:h2: or jdbc:mysql:"},
            {"pool.size", "0", "database.pool.size must be from 1 to 1000, not 0"},
            {"pool.patience", "1ms", "database.pool: pool patience and connect must be 250 ms or more"},
            {"pool.lifetime", "1s", "database.pool: pool lifetime must be 30 s or more"},
            {"statement.timeout", "0s", "database.statement: timeout and slow must be longer than zero"},
            {"replicas", "http://x", "database: the url must begin with"},
            {"pool.sise", "1", "unknown setting database.pool.sise; the nearest known one is database.pool.size"}
        };
        for (String[] each : wrong) {
            assertThatThrownBy(() -> load("url", URL, each[0], each[1]))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith(each[2]);
        }
    }

    @Test
    void noSecretIsShown() {
        DatabaseSettings settings = DatabaseSettings.at(
                        "jdbc:mysql://root:secret1@db:3306/shop?password=secret2", "me", "secret3")
                .replicas(java.util.List.of("jdbc:mysql://root:secret4@db2/shop"));
        assertThat(settings.toString())
                .contains("mysql db:3306/shop", "mysql db2/shop")
                .doesNotContain("secret");
        assertThat(settings.address().toString()).isEqualTo("mysql db:3306/shop");
    }

    @Test
    void whatAUrlSaysItselfIsNotChanged() {
        Address file = DatabaseSettings.at("jdbc:h2:file:./data/x;WRITE_DELAY=500;MODE=PostgreSQL", "sa", "")
                .address();
        assertThat(file.url())
                .startsWith("jdbc:h2:retry:./data/x;WRITE_DELAY=500;MODE=PostgreSQL;")
                .doesNotContain("MODE=MySQL", "WRITE_DELAY=0");
        assertThat(file.peer()).isEqualTo("./data/x");
        assertThat(DatabaseSettings.at("jdbc:h2:tcp://host/x", "sa", "")
                        .address()
                        .url())
                .startsWith("jdbc:h2:tcp://host/x;MODE=MySQL");
        assertThat(DatabaseSettings.inFile(Path.of("/data/y")).address().url()).contains("jdbc:h2:retry:/data/y;");
        assertThat(DatabaseSettings.inMemory("z").address().url()).contains("DB_CLOSE_DELAY=-1");
    }
}
