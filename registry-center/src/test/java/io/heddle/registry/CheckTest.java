package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.check.CheckSettings;
import io.heddle.registry.check.reach.ReachSettings;
import io.heddle.registry.snapshot.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTest {
    @TempDir
    private Path folder;

    /// Little room for those that hang, and quick to give up.
    private CenterSettings settings() {
        CenterSettings usual = CenterSettings.standard();
        ReachSettings reach = new ReachSettings(
                ReachSettings.standard().ranges(), 8, 2, Duration.ofMillis(100), Duration.ofSeconds(2));
        CheckSettings check = new CheckSettings(
                reach,
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                1,
                1);
        return new CenterSettings(
                usual.admission(),
                usual.catalog(),
                usual.lease(),
                usual.probe(),
                check,
                usual.consul(),
                usual.watch(),
                StoreSettings.in(folder),
                usual.access());
    }

    private static String body(String service, String metadata) {
        return "{\"name\":\"calc\",\"service\":\"" + service + "\",\"ttl\":600,\"metadata\":{" + metadata + "}}";
    }

    private static String status(Http http, String service) {
        for (var instance : http.get("/service/calc").data()) {
            if (instance.path("service").asString().equals(service)) {
                return instance.path("status").asString();
            }
        }
        return "gone";
    }

    @Test
    void anInstanceIsDownWhileItsPageFails() {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port());
                TestTarget target = new TestTarget(200)) {
            assertEquals(
                    200,
                    http.post("/register", body(target.url(), "\"check_http\":\"/health?deep=1\""))
                            .status());
            Await.until(() -> target.asked() > 1);
            assertEquals("UP", status(http, target.url()));

            target.status(500);
            Await.until(() -> status(http, target.url()).equals("DOWN"));
            target.status(429);
            Await.until(() -> status(http, target.url()).equals("UP"));
            target.status(302);
            Await.until(() -> status(http, target.url()).equals("DOWN"));
        }
    }

    @Test
    void whatAPersonDrainedStaysSo() {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port());
                TestTarget target = new TestTarget(200)) {
            long token = http.post("/register", body(target.url(), "\"check_tcp\":\"true\""))
                    .token();
            http.send("PUT", "/leases/" + token + "/drain", null);
            int asked = target.asked();
            Await.until(() -> target.asked() > asked + 3);
            assertEquals("DRAINING", status(http, target.url()));
        }
    }

    @Test
    void thoseThatHangDelayNobody() {
        List<TestTarget> hanging = new ArrayList<>();
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port());
                TestTarget well = new TestTarget(200)) {
            for (int i = 0; i < 40; i++) {
                TestTarget target = new TestTarget(TestTarget.HANG);
                hanging.add(target);
                http.post("/register", body(target.url(), "\"check_http\":\"/\",\"check_timeout\":\"60s\""));
            }
            http.post("/register", body(well.url(), "\"check_http\":\"/\""));
            Await.until(() -> hanging.stream().allMatch(target -> target.asked() > 0));
            int asked = well.asked();
            Await.until(() -> well.asked() > asked + 10);
            assertEquals("UP", status(http, well.url()));
        } finally {
            hanging.forEach(TestTarget::close);
        }
    }

    @Test
    void checksGoOnAfterARestart() {
        try (TestTarget target = new TestTarget(200)) {
            try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                    Http http = new Http(registry.port())) {
                http.post("/register", body(target.url(), "\"check_http\":\"/\""));
            }
            target.status(503);
            try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                    Http http = new Http(registry.port())) {
                Await.until(() -> status(http, target.url()).equals("DOWN"));
            }
        }
    }

    @Test
    void oneThatIsCriticalForTooLongIsTakenOut() {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port());
                TestTarget target = new TestTarget(500)) {
            http.post("/register", body(target.url(), "\"check_http\":\"/\",\"check_deregister_after\":\"300ms\""));
            Await.until(() -> status(http, target.url()).equals("DOWN"));
            Await.until(() -> http.get("/service/calc").status() == 404);
            int asked = target.asked();
            assertTrue(asked > 0);
        }
    }

    @Test
    void whatMayNotBeCheckedIsCriticalAndNeverAsked() {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port())) {
            http.post("/register", body("http://169.254.169.254", "\"check_http\":\"/latest/meta-data\""));
            Await.until(() -> status(http, "http://169.254.169.254").equals("DOWN"));
        }
    }

    @Test
    void aCheckThatCannotBeMadeIsRefused() {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port())) {
            Http.Answer path = http.post("/register", body("http://127.0.0.1:9", "\"check_http\":\"//evil/\""));
            assertEquals(400, path.status());
            assertTrue(path.body().contains("metadata.check_http"));
            Http.Answer time = http.post(
                    "/register", body("http://127.0.0.1:9", "\"check_tcp\":\"true\",\"check_interval\":\"soon\""));
            assertEquals(400, time.status());
            assertTrue(time.body().contains("metadata.check_interval"));
            assertEquals(
                    400,
                    http.post("/register", body("http://[", "\"check_tcp\":\"true\""))
                            .status());
        }
    }

    @Test
    void anIntervalWithoutEndMeansOneLook() {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), settings());
                Http http = new Http(registry.port());
                TestTarget once = new TestTarget(500);
                TestTarget often = new TestTarget(200)) {
            String endless = "\"check_interval\":\"9223372036854775807s\",\"check_deregister_after\":\"100000000d\"";
            http.post("/register", body(once.url(), "\"check_http\":\"/\"," + endless));
            Await.until(() -> status(http, once.url()).equals("DOWN"));
            http.post("/register", body(often.url(), "\"check_http\":\"/\""));
            Await.until(() -> often.asked() > 20);
            assertEquals(1, once.asked());
        }
    }
}
