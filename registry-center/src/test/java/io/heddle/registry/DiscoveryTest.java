package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.Registry;
import io.heddle.kit.registry.RegistrySettings;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.check.CheckSettings;
import io.heddle.registry.consul.ConsulSettings;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.snapshot.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kit's client against a real registry.
final class DiscoveryTest {
    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private RegistryCenter center = track(RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard()));

    private <T extends AutoCloseable> T track(T resource) {
        opened.add(resource);
        return resource;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened.reversed()) {
            resource.close();
        }
    }

    @Test
    void findsAnInstanceByTheFunctionThatItOffers() {
        client().register(Registration.of("tool", "http://127.0.0.1:7001")
                .methods(List.of("ToolApi.cut", "ToolApi.saw")));
        client().register(Registration.of("tool", "http://127.0.0.1:7002").methods(List.of("ToolApi.weld")));
        client().register(Registration.of("tool", "http://127.0.0.1:7003"));
        Registry user = client();

        Await.until(() -> user.address("tool", "saw").isPresent()
                && user.address("tool", "weld").isPresent());

        assertEquals(Optional.of("http://127.0.0.1:7001"), user.address("tool", "saw"));
        assertEquals(Optional.of("http://127.0.0.1:7002"), user.address("tool", "ToolApi.weld"));
        assertEquals(Optional.empty(), user.address("tool", "eld"));
        assertEquals(Optional.empty(), user.address("nobody", "saw"));
    }

    private Registry client() {
        return client(Duration.ofSeconds(1));
    }

    private Registry client(Duration ttl) {
        return track(Registry.open(
                RegistrySettings.at("http://127.0.0.1:" + center.port()).ttl(ttl), Metrics.create()));
    }

    private static List<Integer> ports(Registry registry, String service) {
        return registry.targets(service).all().stream().map(Target::port).toList();
    }

    private void restart(CenterSettings settings) {
        int port = center.port();
        center.close();
        center = track(RegistryCenter.open(ServerSettings.onPort(port), settings));
    }

    private CenterSettings kept() {
        return new CenterSettings(
                AdmissionSettings.standard(),
                CatalogSettings.standard(),
                LeaseSettings.standard(),
                ProbeSettings.standard(),
                CheckSettings.standard(),
                ConsulSettings.standard(),
                WatchSettings.standard(),
                StoreSettings.in(folder),
                AccessSettings.standard());
    }

    @Test
    void theFirstCallForAServiceAlreadyKnowsItsInstances() {
        Registry callee = client();
        callee.register(Registration.of("calc", "http://127.0.0.1:1"));
        Await.until(callee::registered);

        assertEquals(List.of(1), ports(client(), "calc"));
    }

    @Test
    void givesTheSameObjectUntilSomethingChanges() {
        Registry caller = client();
        Targets none = caller.targets("calc");

        assertSame(none, caller.targets("calc"));
        assertEquals(Targets.none("calc"), none);
    }

    @Test
    void seesOthersComeDrainAndGo() {
        Registry caller = client();
        caller.targets("calc");
        Registry one = client();
        Registry two = client();
        one.register(Registration.of("calc", "http://127.0.0.1:1"));
        two.register(Registration.of("calc", "http://127.0.0.1:2"));
        Await.until(() -> ports(caller, "calc").equals(List.of(1, 2)));

        one.drain();
        Await.until(() -> ports(caller, "calc").equals(List.of(2)));
        one.close();
        two.close();

        Await.until(() -> ports(caller, "calc").isEmpty());
    }

    @Test
    void staysRegisteredByItsBeats() {
        Registry caller = client();
        Registry callee = client();
        callee.register(Registration.of("calc", "http://127.0.0.1:1"));
        Await.until(() -> ports(caller, "calc").equals(List.of(1)));
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();

        Await.until(() -> {
            assertEquals(List.of(1), ports(caller, "calc"));
            return System.nanoTime() > end;
        });
    }

    @Test
    void learnsOfManyServicesWithoutBeingSuspectedInBetween() throws IOException {
        try (ServerSocket alive = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Registry caller = client();
            Registry callee = client(Duration.ofSeconds(10));
            callee.register(Registration.of("calc", "http://127.0.0.1:" + alive.getLocalPort()));
            Await.until(() -> ports(caller, "calc").equals(List.of(alive.getLocalPort())));
            long revision = center.catalog().revision();

            for (int i = 0; i < 20; i++) {
                callee.targets("other" + i);
            }

            long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
            Await.until(() -> {
                assertEquals(revision, center.catalog().revision());
                return System.nanoTime() > end;
            });
        }
    }

    @Test
    void goesOnWhileTheRegistryIsAwayAndHealsWhenItIsBack() {
        restart(kept());
        Registry caller = client(Duration.ofSeconds(10));
        Registry callee = client(Duration.ofSeconds(10));
        callee.register(Registration.of("calc", "http://127.0.0.1:1"));
        Await.until(() -> ports(caller, "calc").equals(List.of(1)));

        restart(kept());
        assertEquals(1, center.catalog().size());
        assertEquals(List.of(1), ports(caller, "calc"));
        client().register(Registration.of("calc", "http://127.0.0.1:2"));

        Await.until(() -> ports(caller, "calc").equals(List.of(1, 2)));
        assertEquals(2, center.catalog().size());
    }

    @Test
    void registersAgainWithARegistryThatLostEverythingAndNeverLosesItsView() {
        Registry caller = client();
        Registry callee = client();
        callee.register(Registration.of("calc", "http://127.0.0.1:1"));
        Await.until(() -> ports(caller, "calc").equals(List.of(1)));

        restart(CenterSettings.standard());
        Await.until(() -> {
            assertEquals(List.of(1), ports(caller, "calc"));
            return center.catalog().size() == 1;
        });

        assertEquals(List.of(1), ports(caller, "calc"));
    }

    @Test
    void startsFromTheLastViewOnDiskWhenTheRegistryIsAway() {
        RegistrySettings settings =
                RegistrySettings.at("http://127.0.0.1:" + center.port()).folder(folder);
        Registry callee = client(Duration.ofSeconds(10));
        callee.register(Registration.of("calc", "http://127.0.0.1:1"));
        Await.until(callee::registered);
        try (Registry first = Registry.open(settings, Metrics.create())) {
            assertEquals(List.of(1), ports(first, "calc"));
        }
        center.close();

        Registry again = track(Registry.open(settings, Metrics.create()));

        assertEquals(List.of(1), ports(again, "calc"));
    }

    @Test
    void aProcessThatDiesIsGoneLongBeforeItsLease() throws IOException {
        Registry caller = client();
        Http http = track(new Http(center.port()));
        long token = http.register("calc", 1).token();
        Await.until(() -> ports(caller, "calc").equals(List.of(1)));

        Sse.open(center.port(), "/events?services=calc&lease=" + token).close();
        long began = System.nanoTime();
        Await.until(() -> ports(caller, "calc").isEmpty());

        assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void showsItsTokenWhenTheRegistryDemandsOne() {
        CenterSettings usual = CenterSettings.standard();
        restart(new CenterSettings(
                usual.admission(),
                usual.catalog(),
                usual.lease(),
                usual.probe(),
                usual.check(),
                usual.consul(),
                usual.watch(),
                usual.store(),
                new AccessSettings(Optional.empty(), Optional.of("register-token"), Optional.empty())));
        Registry callee = track(Registry.open(
                RegistrySettings.at("http://127.0.0.1:" + center.port()).token("register-token"), Metrics.create()));

        callee.register(Registration.of("calc", "http://127.0.0.1:1"));

        Await.until(callee::registered);
    }
}
