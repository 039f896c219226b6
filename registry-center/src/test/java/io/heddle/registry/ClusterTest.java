package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.cluster.Cluster;
import io.heddle.registry.cluster.ClusterSettings;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.probe.Probe.Sight;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.probe.Prober;
import io.heddle.store.Change;
import io.heddle.store.Item;
import io.heddle.store.memory.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nodes over one store in memory, under a clock that the test turns.
@Timeout(120)
final class ClusterTest {
    private final SharedMemory memory = new SharedMemory();
    private final List<Node> nodes = new ArrayList<>();
    private volatile long millis = Instant.parse("2026-01-31T09:30:00Z").toEpochMilli();
    private volatile Sight sight = Sight.REFUSED;

    /// One node without its HTTP side.
    private final class Node {
        final SharedMemory.Line line = memory.connect();
        final Cluster cluster;
        final Catalog catalog;
        final Leases leases;

        Node(String name) {
            Random random = new Random(name.hashCode());
            cluster = Cluster.over(ClusterSettings.on("", name), line, () -> Instant.ofEpochMilli(millis), random);
            catalog = new Catalog(
                    new CatalogSettings(64, Duration.ZERO),
                    Json.strict(),
                    cluster.firstRevision(millis),
                    Cluster.STRIDE);
            Prober prober = new Prober(ProbeSettings.standard(), (_, _) -> sight, Runnable::run);
            leases = new Leases(
                    LeaseSettings.standard(),
                    AdmissionSettings.standard(),
                    catalog,
                    new Leases.Surroundings(() -> Instant.ofEpochMilli(millis), random, name.hashCode() * 77L, prober));
            cluster.start(leases.replica());
            nodes.add(this);
        }

        Map<String, InstanceStatus> view() {
            Map<String, InstanceStatus> view = new TreeMap<>();
            catalog.entries().forEach(entry -> view.put(entry.name() + ' ' + entry.service(), entry.status()));
            return view;
        }

        Entry entry(int port) {
            return catalog.find("calc", url(port)).orElseThrow();
        }

        long up(int port) {
            return leases.register(Registration.of("calc", url(port)));
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private void turn(Duration time) {
        for (long end = millis + time.toMillis(); millis < end; ) {
            millis += 100;
            nodes.forEach(node -> node.leases.tick());
        }
    }

    private void settle() {
        turn(Duration.ofSeconds(6));
    }

    private static void sees(int count, Node... some) {
        for (Node node : some) {
            Await.until(() -> node.catalog.size() == count);
            Await.until(() -> node.cluster.state().queue() == 0);
        }
    }

    @AfterEach
    void close() {
        nodes.forEach(node -> node.cluster.close());
    }

    @Test
    void everyNodeShowsWhatRegisteredAtOne() {
        Node a = new Node("a");
        Node b = new Node("b");
        a.up(1);
        b.up(2);
        sees(2, a, b);
        assertEquals(a.view(), b.view());
        assertTrue(a.cluster.mine(a.entry(1)));
        assertEquals("a", b.cluster.owner(b.entry(1)));
        assertEquals(List.of("a", "b"), b.cluster.state().nodes());
    }

    @Test
    void onlyTheKeeperLetsTheSilentGo() {
        Node a = new Node("a");
        Node b = new Node("b");
        settle();
        long token = a.up(1);
        sees(1, a, b);
        for (int i = 0; i < 5; i++) {
            turn(Duration.ofSeconds(4));
            assertTrue(a.leases.renew(token));
        }
        assertEquals(1, b.catalog.size());
        turn(Duration.ofSeconds(11));
        sees(0, a, b);
    }

    @Test
    void aBeatAtAnotherNodeMakesThatNodeTheKeeper() {
        Node a = new Node("a");
        Node b = new Node("b");
        settle();
        long token = a.up(1);
        sees(1, a, b);
        turn(Duration.ofSeconds(5));
        assertTrue(b.leases.renew(token));
        Await.until(() -> a.cluster.owner(a.entry(1)).equals("b"));
        for (int i = 0; i < 5; i++) {
            turn(Duration.ofSeconds(5));
            assertTrue(b.leases.renew(token));
        }
        assertEquals(InstanceStatus.UP, a.entry(1).status());
        b.leases.deregister(token);
        sees(0, a, b);
    }

    @Test
    void statusesAndWeightsChangeThroughAnyNode() {
        Node a = new Node("a");
        Node b = new Node("b");
        long token = a.up(1);
        sees(1, a, b);
        b.leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.of(7)));
        Await.until(() ->
                a.entry(1).status() == InstanceStatus.DRAINING && a.entry(1).weight() == 7);
        assertTrue(a.cluster.mine(a.entry(1)));
        b.leases.deregister(token);
        sees(0, a, b);
    }

    @Test
    void survivorsKeepTheInstancesOfANodeThatIsGone() {
        Node a = new Node("a");
        Node b = new Node("b");
        Node c = new Node("c");
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 20; port++) {
            tokens.add(a.up(port));
        }
        sees(20, a, b, c);
        settle();
        nodes.remove(a);
        a.cluster.close();
        Await.until(() ->
                b.catalog.entries().noneMatch(entry -> b.cluster.owner(entry).equals("a")));
        assertTrue(b.catalog.entries().anyMatch(b.cluster::mine));
        assertTrue(c.catalog.entries().anyMatch(c.cluster::mine));
        tokens.forEach(token -> assertTrue(b.leases.renew(token)));
        Await.until(() ->
                c.catalog.entries().allMatch(entry -> c.cluster.owner(entry).equals("b")));
    }

    @Test
    void nobodyGoesForWantOfTheStoreAndOneViewRemains() {
        Node a = new Node("a");
        Node b = new Node("b");
        settle();
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 6; port++) {
            tokens.add(a.up(port));
        }
        sees(6, a, b);
        a.line.cut();
        b.line.cut();
        sight = Sight.SILENT;
        Await.until(() -> a.cluster.state().store().equals("away"));
        a.up(7);
        for (int i = 0; i < 12; i++) {
            turn(Duration.ofSeconds(5));
            b.leases.renew(tokens.getFirst());
        }
        assertEquals(7, a.catalog.size());
        assertEquals(InstanceStatus.UP, b.entry(1).status());
        a.line.heal();
        b.line.heal();
        sees(7, a, b);
        Await.until(() -> a.view().equals(b.view()));
        assertEquals(InstanceStatus.UP, a.entry(1).status());
    }

    @Test
    void aNodeThatWasCutOffTakesItsInstancesBack() {
        Node a = new Node("a");
        Node b = new Node("b");
        settle();
        long token = a.up(1);
        sees(1, a, b);
        a.line.cut();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        sight = Sight.REACHABLE;
        for (int i = 0; i < 12; i++) {
            turn(Duration.ofSeconds(5));
            assertTrue(a.leases.renew(token));
        }
        assertEquals(InstanceStatus.UP, b.entry(1).status());
        a.line.heal();
        Await.until(() -> b.cluster.owner(b.entry(1)).equals("a"));
        assertEquals(a.view(), b.view());
    }

    @Test
    void whatLeftDuringACutIsNoGhost() {
        Node a = new Node("a");
        Node b = new Node("b");
        settle();
        long token = a.up(1);
        a.up(2);
        sees(2, a, b);
        a.line.cut();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        b.leases.deregister(token);
        Await.until(() -> b.cluster.state().queue() == 0);
        a.line.heal();
        sees(1, a, b);
        assertEquals(a.view(), b.view());
    }

    @Test
    void aRevisionOfAnotherNodeGivesTheWholeState() {
        Node a = new Node("a");
        Node b = new Node("b");
        a.up(1);
        b.up(2);
        sees(2, a, b);
        for (long since :
                List.of(a.catalog.revision(), a.catalog.revision() - Cluster.STRIDE, a.catalog.revision() + 1)) {
            Changes told = b.catalog.changes(Set.of("calc"), since);
            assertTrue(told.full());
            assertEquals(
                    2,
                    told.services().get("calc").stream()
                            .map(Instance::service)
                            .distinct()
                            .count());
        }
        long before = b.catalog.revision();
        b.up(3);
        assertEquals(
                1,
                b.catalog.changes(Set.of("calc"), before).services().get("calc").size());
    }

    @Test
    void aNodeThatStartsAgainFindsEverything() {
        Node a = new Node("a");
        Node b = new Node("b");
        long token = a.up(1);
        a.leases.register(Registration.of("calc", url(2)), new Origin("eureka", "host:calc:2", "{}"), Duration.ZERO);
        sees(2, a, b);
        nodes.remove(a);
        a.line.cut();
        a.cluster.close();
        Node again = new Node("a");
        sees(2, again, b);
        assertTrue(again.leases.renew(token));
        assertEquals("host:calc:2", again.entry(2).origin().id());
        assertEquals(Duration.ZERO, again.entry(2).details().ttl());
    }

    @Test
    void aRestartBringsBackLeasesWhoseTokensAnotherNodeGave() {
        Node a = new Node("a");
        Node b = new Node("b");
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 20; port++) {
            tokens.add(a.up(port));
        }
        sees(20, a, b);
        Catalog catalog = new Catalog(CatalogSettings.standard(), Json.strict(), 1);
        Prober prober = new Prober(ProbeSettings.standard(), (_, _) -> sight, Runnable::run);
        Leases again = new Leases(
                LeaseSettings.standard(),
                AdmissionSettings.standard(),
                catalog,
                new Leases.Surroundings(() -> Instant.ofEpochMilli(millis), new Random(5), 5, prober));
        again.restore(b.leases.saved().toList());
        assertEquals(20, catalog.size());
        tokens.forEach(token -> assertTrue(again.renew(token)));
        long fresh = again.register(Registration.of("calc", url(99)));
        assertTrue(again.renew(fresh));
        assertEquals(21, catalog.size());
    }

    @Test
    void aStoreThatForgotIsToldOfThoseTooWhoseKeeperIsGone() {
        Node a = new Node("a");
        Node b = new Node("b");
        settle();
        a.up(1);
        b.up(2);
        sees(2, a, b);
        a.line.cut();
        b.line.cut();
        Await.until(() -> b.cluster.state().store().equals("away"));
        memory.forget();
        b.line.heal();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        Node c = new Node("c");
        sees(2, b, c);
        a.line.heal();
        Await.until(() -> b.cluster.owner(b.entry(1)).equals("a"));
        assertEquals(a.view(), b.view());
    }

    @Test
    void whatMakesNoSenseInTheStoreIsWrittenOver() {
        Node a = new Node("a");
        long token = a.up(1);
        sees(1, a);
        SharedMemory.Line other = memory.connect();
        String key = instance(other).key();
        assertTrue(other.commit(List.of(), List.of(Change.put(key, "nonsense"))).isPresent());
        a.leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.empty()));
        Await.until(() -> instance(other).text().contains("DRAINING"));
        sees(1, a);
    }

    private static Item instance(SharedMemory.Line line) {
        return line.range("/heddle/registry/").items().stream()
                .filter(item -> item.key().contains("/instances/"))
                .findFirst()
                .orElseThrow();
    }
}
