package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.testkit.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same centre on an etcd, where two nodes share it.
final class EtcdTest implements CenterContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static TestServer etcd;

    @TempDir
    private Path folder;

    @TempDir
    private Path otherFolder;

    private Map<String, String> settings;
    private TestCenter center;

    @BeforeAll
    static void start() {
        etcd = TestServer.etcd();
    }

    @AfterAll
    static void stop() {
        etcd.close();
    }

    @BeforeEach
    void open() {
        settings = Map.of(
                "center.store", "etcd://127.0.0.1:" + etcd.port(), "center.namespace", "n" + NUMBER.incrementAndGet());
        center = TestCenter.in(folder, settings);
    }

    @AfterEach
    void close() {
        center.close();
    }

    /// A node has its own folder, with the keys and the first token of the others.
    private TestCenter other() {
        try {
            Files.createDirectory(otherFolder.resolve("tokens"));
            for (String file : List.of("config.keys", "tokens/admin.token")) {
                Files.copy(folder.resolve(file), otherFolder.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestCenter.in(otherFolder, settings);
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
    }

    @Test
    void whatOneNodePublishesTheOtherNodeTells() {
        try (TestCenter other = other()) {
            center.http().publish("database/blogger", "{\"password\":\"hunter2\"}");
            String token = center.token("blogger");

            await().atMost(PATIENCE)
                    .until(() -> other.http().read("database/blogger").contains("******"));
            try (Http owner = other.as(token)) {
                await().atMost(PATIENCE)
                        .until(() -> owner.read("database/blogger").contains("hunter2"));
            }
            other.http().publish("log/blogger", "{\"level\":\"info\"}");
            await().atMost(PATIENCE)
                    .until(() -> center.http().read("log/blogger").contains("info"));
        }
    }

    @Test
    void oneWhoComesFromANodeThatIsAheadIsNotTakenBack() {
        try (TestCenter other = other()) {
            for (int i = 0; i < 20; i++) {
                String value = "{\"n\":" + i + "}";
                long revision = center.http().publish("log/shop", value).revision();

                assertThat(other.http()
                                .get("/watch?entries=log/shop&wait=0s&since=" + revision)
                                .data()
                                .path("changed")
                                .asBoolean())
                        .isFalse();
                assertThat(other.http().read("log/shop")).isEqualTo(value);
            }
        }
    }

    @Test
    void ofTwoWhoPublishFromTheSameReleaseOneIsRefused() throws InterruptedException {
        try (TestCenter other = other()) {
            long base = center.http().publish("log/shop", "{\"n\":0}").revision();
            for (int round = 0; round < 10; round++) {
                String body = ",\"base\":" + base + "}";
                Set<String> answers = new ConcurrentSkipListSet<>();
                Thread first = Thread.startVirtualThread(
                        () -> answers.add("a" + publish(center, "{\"value\":{\"by\":\"a\"}" + body)));
                Thread second = Thread.startVirtualThread(
                        () -> answers.add("b" + publish(other, "{\"value\":{\"by\":\"b\"}" + body)));
                first.join();
                second.join();

                assertThat(new TreeSet<>(answers)).isIn(Set.of("a200", "b409"), Set.of("a409", "b200"));
                base = center.http().get("/entries/log/shop").revision();
            }
        }
    }

    private static int publish(TestCenter at, String body) {
        return at.http().post("/entries/log/shop/publish", body).status();
    }

    @Test
    void whileTheStoreIsAwayReadsGoOnAndAPublishIsA503() {
        try (TestServer away = TestServer.etcd();
                TestCenter alone =
                        TestCenter.in(otherFolder, Map.of("center.store", "etcd://127.0.0.1:" + away.port()))) {
            alone.http().publish("log/shop", "{\"n\":1}");
            away.kill();

            assertThat(alone.http().publish("log/shop", "{\"n\":2}").status()).isEqualTo(503);
            assertThat(alone.http().read("log/shop")).isEqualTo("{\"n\":1}");
            assertThat(alone.http().get("/entries/log/shop/releases").status()).isEqualTo(200);

            away.restart();
            await().atMost(PATIENCE)
                    .until(() -> alone.http().publish("log/shop", "{\"n\":3}").status() == 200);
            assertThat(alone.http().read("log/shop")).isEqualTo("{\"n\":3}");
        }
    }
}
