package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Live;
import io.heddle.kit.config.Sources;
import io.heddle.kit.configcenter.ConfigMissingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A service that follows a centre: from its start to what it does when the centre is away.
final class FollowTest {
    record Shelf(
            @Default("20") @Bounds(min = 1, max = 100) int page,
            @Default("none") String password) {}

    @TempDir
    private Path folder;

    private TestCenter center;
    private final List<RunningService> started = new ArrayList<>();

    @BeforeEach
    void open() {
        center = TestCenter.in(folder.resolve("center"));
    }

    @AfterEach
    void close() {
        started.forEach(RunningService::close);
        center.close();
    }

    private Service service(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("config_center.urls", center.url());
        all.putIfAbsent("config_center.first_wait", "5s");
        all.putIfAbsent("service.data", folder.resolve("blogger").toString());
        all.put("server.drain_notice", "0s");
        all.put("server.port", "0");
        all.put("registry.urls", "");
        Sources none = new Sources(
                "none.yaml", Optional.empty(), Map.of(), Sources.of(all).properties());
        return Service.of("blogger", Map.of("shelf", Shelf.class), none);
    }

    private RunningService run(Service service) {
        RunningService running = service.start();
        started.add(running);
        return running;
    }

    private String token() {
        return center.token("blogger");
    }

    @Test
    void whatIsPublishedHoldsFromTheStartAndChangesWithoutARestart() {
        center.http().publish("shelf/blogger", "{\"page\":30}");
        Service service = service(Map.of("shelf.page", "10"));
        Live<Shelf> shelf = service.live("shelf", Shelf.class);
        List<Integer> told = new ArrayList<>();
        shelf.onChange(next -> told.add(next.page()));
        run(service);

        assertThat(shelf.current().page()).isEqualTo(30);
        center.http().publish("shelf/blogger", "{\"page\":40}");
        await().until(() -> shelf.current().page() == 40);
        center.http().delete("/entries/shelf/blogger");
        await().until(() -> shelf.current().page() == 10);

        assertThat(told).containsExactly(40, 10);
    }

    @Test
    void theLevelOfTheLogsFollows() {
        run(service(Map.of()));
        assertThat(LoggerFactory.getLogger("any").isDebugEnabled()).isFalse();

        center.http().publish("log/blogger", "{\"level\":\"debug\"}");
        await().until(() -> LoggerFactory.getLogger("any").isDebugEnabled());

        center.http().publish("log/blogger", "{\"level\":\"info\"}");
        await().until(() -> !LoggerFactory.getLogger("any").isDebugEnabled());
    }

    @Test
    void whatCannotBeUsedIsRefusedAndShown() {
        center.http().publish("shelf/blogger", "{\"page\":30}");
        Service service = service(Map.of());
        Live<Shelf> shelf = service.live("shelf", Shelf.class);
        try (Http http = new Http(run(service).port())) {
            center.http().publish("shelf/blogger", "{\"page\":3000}");
            await().until(() -> http.get("/observe/metrics").body().contains("config_refusals_total 1.0"));

            assertThat(shelf.current().page()).isEqualTo(30);
            assertThat(http.get("/observe/health")
                            .json()
                            .path("config")
                            .path("refused")
                            .path("shelf")
                            .asString())
                    .contains("shelf.page must be from 1 to 100");
            center.http().publish("shelf/blogger", "{\"page\":31}");
            await().until(() -> shelf.current().page() == 31);
            assertThat(http.get("/observe/health")
                            .json()
                            .path("config")
                            .path("refused")
                            .size())
                    .isZero();
        }
    }

    @Test
    void aSecretReachesTheServiceThatOwnsItAndAMaskIsNotTakenForOne() {
        String token = token();
        center.http().publish("shelf/blogger", "{\"password\":\"hunter2\"}");

        Service owner = service(Map.of("config_center.token", token));
        Service other = service(Map.of());

        assertThat(owner.settings("shelf", Shelf.class).password()).isEqualTo("hunter2");
        assertThat(other.settings("shelf", Shelf.class).password()).isEqualTo("none");
        run(owner);
        run(other);
    }

    @Test
    void startsFromItsSnapshotWhenTheCentreIsAwayAndFollowsWhenItIsBack() throws Exception {
        String token = token();
        Map<String, String> settings = Map.of(
                "config_center.token", token, "config_center.urls", center.url(), "config_center.required", "shelf");
        center.http().publish("shelf/blogger", "{\"page\":30,\"password\":\"hunter2\"}");
        run(service(settings)).close();
        Path snapshot = folder.resolve("blogger/configs.sealed");
        int port = center.port();
        center.close();

        Service late = service(settings);
        Live<Shelf> shelf = late.live("shelf", Shelf.class);
        run(late);

        assertThat(shelf.current()).isEqualTo(new Shelf(30, "hunter2"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshot)))
                .isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(snapshot), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("hunter2")
                .doesNotContain("shelf");
        center = TestCenter.in(folder.resolve("center"), Map.of("server.port", Integer.toString(port)));
        center.http().publish("shelf/blogger", "{\"page\":50}");
        await().until(() -> shelf.current().page() == 50);
    }

    @Test
    void aRotatedTokenIsReadFromItsFileAndOpensWhatIsOnDisk() throws Exception {
        Path file = Files.writeString(folder.resolve("blogger.token"), token());
        Map<String, String> settings =
                Map.of("config_center.token_file", file.toString(), "config_center.urls", center.url());
        center.http().publish("shelf/blogger", "{\"page\":30,\"password\":\"hunter2\"}");
        Path snapshot = folder.resolve("blogger/configs.sealed");
        RunningService running = run(service(settings));
        byte[] sealed = Files.readAllBytes(snapshot);
        try (Http admin = center.admin()) {
            String next = admin.post("/tokens/blogger/rotate", "{}")
                    .data()
                    .path("token")
                    .asString();
            Files.writeString(file, next);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> !Arrays.equals(Files.readAllBytes(snapshot), sealed));
        running.close();
        center.close();

        assertThat(service(settings).settings("shelf", Shelf.class)).isEqualTo(new Shelf(30, "hunter2"));
    }

    @Test
    void aConfigThatIsRequiredAndMissingEndsTheStartByName() {
        assertThatThrownBy(() -> service(Map.of("config_center.required", "shelf")))
                .isInstanceOf(ConfigMissingException.class)
                .hasMessageContaining("the config shelf of blogger is missing");
        assertThatThrownBy(() -> service(Map.of(
                        "config_center.required", "shelf",
                        "config_center.urls", "http://127.0.0.1:1",
                        "service.data", folder.resolve("other").toString(),
                        "config_center.first_wait", "200ms")))
                .isInstanceOf(ConfigMissingException.class)
                .hasMessageContaining("is away");
    }
}
