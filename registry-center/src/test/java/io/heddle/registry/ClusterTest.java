package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.ClusterNodes.Node;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.cluster.Cluster;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nodes over one store in memory, under a clock that the test turns.
@Timeout(120)
final class ClusterTest {
    private final ClusterNodes all = new ClusterNodes();

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void everyNodeShowsWhatRegisteredAtOne() {
        Node a = all.node("a");
        Node b = all.node("b");
        a.up(1);
        b.up(2);
        ClusterNodes.sees(2, a, b);
        assertEquals(a.view(), b.view());
        assertTrue(a.cluster.mine(a.entry(1)));
        assertEquals("a", b.cluster.owner(b.entry(1)));
        assertEquals(List.of("a", "b"), b.cluster.state().nodes());
    }

    @Test
    void onlyTheKeeperLetsTheSilentGo() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        long token = a.up(1);
        ClusterNodes.sees(1, a, b);
        for (int i = 0; i < 5; i++) {
            all.turn(Duration.ofSeconds(4));
            assertTrue(a.leases.renew(token));
        }
        assertEquals(1, b.catalog.size());
        all.turn(Duration.ofSeconds(11));
        ClusterNodes.sees(0, a, b);
    }

    @Test
    void aBeatAtAnotherNodeMakesThatNodeTheKeeper() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        long token = a.up(1);
        ClusterNodes.sees(1, a, b);
        all.turn(Duration.ofSeconds(5));
        assertTrue(b.leases.renew(token));
        Await.until(() -> a.cluster.owner(a.entry(1)).equals("b"));
        for (int i = 0; i < 5; i++) {
            all.turn(Duration.ofSeconds(5));
            assertTrue(b.leases.renew(token));
        }
        assertEquals(InstanceStatus.UP, a.entry(1).status());
        b.leases.deregister(token);
        ClusterNodes.sees(0, a, b);
    }

    @Test
    void statusesAndWeightsChangeThroughAnyNode() {
        Node a = all.node("a");
        Node b = all.node("b");
        long token = a.up(1);
        ClusterNodes.sees(1, a, b);
        b.leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.of(7)));
        Await.until(() ->
                a.entry(1).status() == InstanceStatus.DRAINING && a.entry(1).weight() == 7);
        assertTrue(a.cluster.mine(a.entry(1)));
        b.leases.deregister(token);
        ClusterNodes.sees(0, a, b);
    }

    @Test
    void survivorsKeepTheInstancesOfANodeThatIsGone() {
        Node a = all.node("a");
        Node b = all.node("b");
        Node c = all.node("c");
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 20; port++) {
            tokens.add(a.up(port));
        }
        ClusterNodes.sees(20, a, b, c);
        all.settle();
        all.forget(a);
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
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 6; port++) {
            tokens.add(a.up(port));
        }
        ClusterNodes.sees(6, a, b);
        a.line.cut();
        b.line.cut();
        all.sight = Sight.SILENT;
        Await.until(() -> a.cluster.state().store().equals("away"));
        a.up(7);
        for (int i = 0; i < 12; i++) {
            all.turn(Duration.ofSeconds(5));
            b.leases.renew(tokens.getFirst());
        }
        assertEquals(7, a.catalog.size());
        assertEquals(InstanceStatus.UP, b.entry(1).status());
        a.line.heal();
        b.line.heal();
        ClusterNodes.sees(7, a, b);
        Await.until(() -> a.view().equals(b.view()));
        assertEquals(InstanceStatus.UP, a.entry(1).status());
    }

    @Test
    void aNodeThatWasCutOffTakesItsInstancesBack() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        long token = a.up(1);
        ClusterNodes.sees(1, a, b);
        a.line.cut();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        all.sight = Sight.REACHABLE;
        for (int i = 0; i < 12; i++) {
            all.turn(Duration.ofSeconds(5));
            assertTrue(a.leases.renew(token));
        }
        assertEquals(InstanceStatus.UP, b.entry(1).status());
        a.line.heal();
        Await.until(() -> b.cluster.owner(b.entry(1)).equals("a"));
        assertEquals(a.view(), b.view());
    }

    @Test
    void whatLeftDuringACutIsNoGhost() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        long token = a.up(1);
        a.up(2);
        ClusterNodes.sees(2, a, b);
        a.line.cut();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        b.leases.deregister(token);
        Await.until(() -> b.cluster.state().queue() == 0);
        a.line.heal();
        ClusterNodes.sees(1, a, b);
        assertEquals(a.view(), b.view());
    }

    @Test
    void aRevisionOfAnotherNodeGivesTheWholeState() {
        Node a = all.node("a");
        Node b = all.node("b");
        a.up(1);
        b.up(2);
        ClusterNodes.sees(2, a, b);
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
        Node a = all.node("a");
        Node b = all.node("b");
        long token = a.up(1);
        a.leases.register(
                Registration.of("calc", ClusterNodes.url(2)), new Origin("eureka", "host:calc:2", "{}"), Duration.ZERO);
        ClusterNodes.sees(2, a, b);
        all.forget(a);
        a.line.cut();
        a.cluster.close();
        Node again = all.node("a");
        ClusterNodes.sees(2, again, b);
        assertTrue(again.leases.renew(token));
        assertEquals("host:calc:2", again.entry(2).origin().id());
        assertEquals(Duration.ZERO, again.entry(2).details().ttl());
    }

    @Test
    void aRestartBringsBackLeasesWhoseTokensAnotherNodeGave() {
        Node a = all.node("a");
        Node b = all.node("b");
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 20; port++) {
            tokens.add(a.up(port));
        }
        ClusterNodes.sees(20, a, b);
        Catalog catalog = new Catalog(CatalogSettings.standard(), Json.strict(), 1);
        Prober prober = new Prober(ProbeSettings.standard(), (_, _) -> all.sight, Runnable::run);
        Leases again = new Leases(
                LeaseSettings.standard(),
                AdmissionSettings.standard(),
                catalog,
                new Leases.Surroundings(() -> Instant.ofEpochMilli(all.millis), new Random(5), 5, prober));
        again.restore(b.leases.saved().toList());
        assertEquals(20, catalog.size());
        tokens.forEach(token -> assertTrue(again.renew(token)));
        long fresh = again.register(Registration.of("calc", ClusterNodes.url(99)));
        assertTrue(again.renew(fresh));
        assertEquals(21, catalog.size());
    }

    @Test
    void aStoreThatForgotIsToldOfThoseTooWhoseKeeperIsGone() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        a.up(1);
        b.up(2);
        ClusterNodes.sees(2, a, b);
        a.line.cut();
        b.line.cut();
        Await.until(() -> b.cluster.state().store().equals("away"));
        all.memory.forget();
        b.line.heal();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        Node c = all.node("c");
        ClusterNodes.sees(2, b, c);
        a.line.heal();
        Await.until(() -> b.cluster.owner(b.entry(1)).equals("a"));
        assertEquals(a.view(), b.view());
    }

    @Test
    void whatMakesNoSenseInTheStoreIsWrittenOver() {
        Node a = all.node("a");
        long token = a.up(1);
        ClusterNodes.sees(1, a);
        SharedMemory.Line other = all.memory.connect();
        String key = instance(other).key();
        assertTrue(other.commit(List.of(), List.of(Change.put(key, "nonsense"))).isPresent());
        a.leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.empty()));
        Await.until(() -> instance(other).text().contains("DRAINING"));
        ClusterNodes.sees(1, a);
    }

    private static Item instance(SharedMemory.Line line) {
        return line.range("/heddle/registry/").items().stream()
                .filter(item -> item.key().contains("/instances/"))
                .findFirst()
                .orElseThrow();
    }
}
