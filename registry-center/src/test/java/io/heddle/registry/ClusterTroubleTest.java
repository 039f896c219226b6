package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.ClusterNodes.Node;
import io.heddle.registry.probe.Probe.Sight;
import io.heddle.store.Change;
import io.heddle.store.memory.SharedMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What must hold in a cluster when several things go wrong at once.
@Timeout(120)
final class ClusterTroubleTest {
    private static final LeaseChange DRAIN = new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.of(7));

    private final ClusterNodes all = new ClusterNodes();

    @AfterEach
    void close() {
        all.close();
    }

    private static boolean drained(Node node) {
        return node.entry(1).status() == InstanceStatus.DRAINING
                && node.entry(1).weight() == 7;
    }

    @Test
    void whatAPersonChangedAtAnotherNodeHoldsAfterTheKeeperDied() {
        Node a = all.node("a");
        Node b = all.node("b");
        Node c = all.node("c");
        all.settle();
        long token = a.up(1);
        ClusterNodes.sees(1, a, b, c);
        b.leases.change(token, DRAIN);
        Await.until(() -> drained(a) && drained(c));
        a.die();
        Await.until(() -> !b.cluster.owner(b.entry(1)).equals("a")
                && !c.cluster.owner(c.entry(1)).equals("a"));
        assertTrue(c.leases.renew(token));
        Await.until(() -> b.cluster.owner(b.entry(1)).equals("c"));
        assertTrue(drained(b) && drained(c));
    }

    @Test
    void whatAPersonChangedInAnOutageHoldsThoughAnotherNodeHeardTheInstanceMeanwhile() {
        Node a = all.node("a");
        Node b = all.node("b");
        Node c = all.node("c");
        all.settle();
        long token = a.up(1);
        ClusterNodes.sees(1, a, b, c);
        for (Node node : List.of(a, b, c)) {
            node.line.cut();
        }
        all.turn(Duration.ofSeconds(1));
        assertTrue(c.leases.renew(token));
        b.leases.change(token, DRAIN);
        b.line.heal();
        Await.until(() -> b.cluster.state().queue() == 0);
        c.line.heal();
        a.line.heal();
        Await.until(() -> a.cluster.owner(a.entry(1)).equals("c") && drained(a) && drained(b) && drained(c));
    }

    @Test
    void aChangeByAPersonOutdoesTheDoubtOfTheKeeper() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        long token = a.up(1);
        ClusterNodes.sees(1, a, b);
        a.line.cut();
        all.sight = Sight.SILENT;
        a.leases.suspect(token);
        assertEquals(InstanceStatus.SUSPECT, a.entry(1).status());
        b.leases.change(token, DRAIN);
        Await.until(() -> b.cluster.state().queue() == 0);
        a.line.heal();
        Await.until(() -> drained(a) && drained(b) && a.cluster.state().queue() == 0);
        assertTrue(drained(a) && drained(b));
    }

    @Test
    void whatIsDeregisteredInAnOutageIsNoGhost() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        long token = a.up(1);
        a.up(2);
        ClusterNodes.sees(2, a, b);
        a.line.cut();
        Await.until(() -> b.cluster.mine(b.entry(1)));
        all.turn(Duration.ofSeconds(1));
        a.leases.deregister(token);
        a.line.heal();
        Await.until(() -> b.catalog.size() == 1
                && a.view().equals(b.view())
                && a.cluster.state().queue() == 0);
    }

    @Test
    void aStoreThatWasLostAndHasMoreRevisionsByNowIsKnownToBeAnotherOne() {
        Node a = all.node("a");
        Node b = all.node("b");
        all.settle();
        a.up(1);
        b.up(2);
        ClusterNodes.sees(2, a, b);
        a.line.cut();
        b.line.cut();
        all.memory.forget();
        try (SharedMemory.Line other = all.memory.connect()) {
            for (int i = 0; i < 1000; i++) {
                other.commit(List.of(), List.of(Change.put("/others/" + i, "much")));
            }
        }
        b.line.heal();
        a.line.heal();
        Await.until(() -> a.cluster.state().queue() == 0 && b.cluster.state().queue() == 0);
        ClusterNodes.sees(2, a, b);
        Node c = all.node("c");
        ClusterNodes.sees(2, a, b, c);
    }

    @Test
    void clocksThatAreFiveMinutesApartLoseNobody() {
        Node a = all.node("a", Duration.ofMinutes(5));
        Node b = all.node("b");
        Node c = all.node("c", Duration.ofMinutes(-5));
        all.settle();
        List<Long> tokens = new ArrayList<>();
        for (int port = 1; port <= 6; port++) {
            tokens.add(List.of(a, b, c).get(port % 3).up(port));
        }
        ClusterNodes.sees(6, a, b, c);
        for (int round = 0; round < 12; round++) {
            all.turn(Duration.ofSeconds(3));
            beat(tokens, List.of(a, b, c).get(round % 3), List.of(a, b, c));
        }
        a.die();
        for (int round = 0; round < 6; round++) {
            all.turn(Duration.ofSeconds(3));
            beat(tokens, c, List.of(b, c));
        }
        assertEquals(6, b.view().size());
        assertTrue(b.view().values().stream().allMatch(InstanceStatus.UP::equals));
        b.leases.deregister(tokens.getFirst());
        ClusterNodes.sees(5, b, c);
    }

    /// Until everybody knows that this node keeps them.
    private static void beat(List<Long> tokens, Node keeper, List<Node> everybody) {
        String name = keeper.cluster.state().node();
        Await.until(() -> {
            tokens.forEach(token -> assertTrue(keeper.leases.renew(token)));
            return everybody.stream()
                    .allMatch(node -> node.catalog
                            .entries()
                            .allMatch(entry -> node.cluster.owner(entry).equals(name)));
        });
    }
}
