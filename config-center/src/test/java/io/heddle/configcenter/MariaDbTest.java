package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same centre on a MariaDB.
final class MariaDbTest implements CenterContract {
    private static MariaDb server;

    @TempDir
    private Path folder;

    private Map<String, String> settings;
    private TestCenter center;

    @BeforeAll
    static void start() {
        server = MariaDb.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        Schema schema = server.schema();
        settings = Map.of(
                "database.url", schema.url(), "database.user", schema.user(), "database.password", schema.password());
        center = TestCenter.in(folder, settings);
    }

    @AfterEach
    void close() {
        center.close();
    }

    @Override
    public TestCenter center() {
        return center;
    }

    @Test
    void everythingIsThereAfterARestart() {
        center.http().put("/entries/log/blogger/draft", "{\"note\":\"grüße 🎉\"}");
        long first = center.http().post("/entries/log/blogger/publish", "{}").revision();
        center.http().publish("log/blogger", "{\"password\":\"hunter2\"}");
        center.close();

        center = TestCenter.in(folder, settings);

        assertThat(center.http().read("log/blogger")).isEqualTo("{\"password\":\"******\"}");
        center.http().post("/entries/log/blogger/rollback", "{\"revision\":" + first + "}");
        assertThat(center.http().read("log/blogger")).isEqualTo("{\"note\":\"grüße 🎉\"}");
        assertThat(center.http().get("/entries/log/blogger/releases").data().size())
                .isEqualTo(3);
        assertThat(center.http()
                        .get("/audit")
                        .json()
                        .path("pagination")
                        .path("total")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void whatOneNodePublishesTheOtherNodeTells() {
        try (TestCenter other = TestCenter.in(folder, settings)) {
            center.http().publish("log/blogger", "{\"level\":\"debug\"}");

            await().until(() -> other.http().read("log/blogger").contains("debug"));
            other.http().publish("log/blogger", "{\"level\":\"info\"}");
            await().until(() -> center.http().read("log/blogger").contains("info"));
        }
    }
}
