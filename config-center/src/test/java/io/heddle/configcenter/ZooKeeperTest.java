package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.testkit.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same centre on a ZooKeeper.
final class ZooKeeperTest implements CenterContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static TestServer zooKeeper;

    @TempDir
    private Path folder;

    private Map<String, String> settings;
    private TestCenter center;

    @BeforeAll
    static void start() {
        zooKeeper = TestServer.zooKeeper();
    }

    @AfterAll
    static void stop() {
        zooKeeper.close();
    }

    @BeforeEach
    void open() {
        settings = Map.of(
                "center.store",
                "zookeeper://127.0.0.1:" + zooKeeper.port() + "/centre",
                "center.namespace",
                "n" + NUMBER.incrementAndGet());
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
    void whatOneNodePublishesTheOtherNodeTells() {
        try (TestCenter other = TestCenter.in(folder, settings)) {
            center.http().publish("log/blogger", "{\"level\":\"debug\"}");

            await().atMost(PATIENCE)
                    .until(() -> other.http().read("log/blogger").contains("debug"));
            other.http().publish("log/blogger", "{\"level\":\"info\"}");
            await().atMost(PATIENCE)
                    .until(() -> center.http().read("log/blogger").contains("info"));
        }
    }

    @Test
    void aLargeValueFitsAndAFreshNodeReadsIt() {
        String value = "{\"text\":\"" + "x".repeat(200_000) + "\"}";
        center.http().publish("log/blogger", value);

        try (TestCenter other = TestCenter.in(folder, settings)) {
            assertThat(other.http().read("log/blogger")).isEqualTo(value);
        }
    }
}
