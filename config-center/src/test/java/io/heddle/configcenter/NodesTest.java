package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.secret.Vault;
import io.heddle.configcenter.store.KeepingSettings;
import io.heddle.configcenter.store.SqlStore;
import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two nodes on one database, of which the second looks at it only when it must.
final class NodesTest {
    private static final Duration SELDOM = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private DatabaseSettings database;
    private TestCenter center;

    @BeforeEach
    void open() {
        database = DatabaseSettings.inMemory("nodes-" + System.nanoTime());
        center = TestCenter.in(folder, Map.of("database.url", database.url(), "database.user", database.user()));
    }

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void oneWhoComesFromANodeThatIsAheadIsNotTakenBack() {
        long first = center.http().publish("log/shop", "{\"level\":\"info\"}").revision();
        Map<String, String> settings =
                Map.of("center.poll", "1h", "database.url", database.url(), "database.user", database.user());
        try (TestCenter late = TestCenter.in(folder.resolve("late"), settings);
                Http http = new Http(late.port())) {
            String watch = "/watch?entries=log/shop&wait=0s&since=";
            assertThat(http.get(watch + "0").body()).contains("info");
            long second =
                    center.http().publish("log/shop", "{\"level\":\"debug\"}").revision();

            JsonNode ahead = http.get(watch + second).data();
            assertThat(ahead.path("changed").asBoolean()).isFalse();
            assertThat(ahead.path("revision").asLong()).isEqualTo(second);
            assertThat(http.get(watch + first).body()).contains("debug");
            assertThat(http.get(watch + (second + 1000)).body()).contains("debug");
        }
    }

    private record Heard(Set<String> names, long revision) {}

    @Test
    void whatChangedUpToARevisionIsHeardAtOnce() {
        center.http().publish("first/shop", "{\"a\":1}");
        long revision = center.http().publish("second/shop", "{\"a\":1}").revision();
        List<Heard> heard = new CopyOnWriteArrayList<>();

        try (Metrics metrics = Metrics.create();
                SqlStore store =
                        new SqlStore(Database.open(database, Traces.off(), metrics), KeepingSettings.standard());
                Catalog late = Catalog.open(
                        store,
                        Vault.open(Optional.of(folder.resolve("config.keys"))),
                        SELDOM,
                        (names, at) -> heard.add(new Heard(names, at)))) {
            assertThat(late.revision()).isEqualTo(revision);
        }

        assertThat(heard).containsExactly(new Heard(Set.of("first/shop", "second/shop"), revision));
    }
}
