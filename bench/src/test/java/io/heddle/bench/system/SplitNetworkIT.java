package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.registry.Registry;
import io.heddle.testkit.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three nodes of a registry in network namespaces of their own on a real etcd. One of them is cut off for longer
/// than leases last: packets are lost in both directions, and no connection is told of it.
@Timeout(300)
final class SplitNetworkIT {
    private static final Duration AWAY = Duration.ofSeconds("long".equals(System.getProperty("heddle.prove")) ? 60 : 8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NODES = 3;
    private static final int SERVICES = 9;
    private static final int ISLAND = 0;
    /// The calculator, and what leaves there during the cut.
    private static final int ISLANDERS = 2;

    @TempDir
    Path folder;

    @Test
    void isOneViewAgainWithoutAGhostAfterTheNetworkWasSplit() {
        Shell.needs("curl", "apt-get install curl");
        try (SplitNetwork network = SplitNetwork.of(NODES);
                TestServer etcd = TestServer.etcd(network.mainland());
                SplitCentres centres =
                        new SplitCentres(network, folder, "etcd://" + network.mainland() + ':' + etcd.port(), NODES)) {
            List<Registry> services = IntStream.range(0, SERVICES)
                    .mapToObj(number -> centres.service("svc-" + number % 3))
                    .toList();
            centres.calculator(ISLAND);
            String leaver = centres.registerThere(ISLAND, "leaver");
            Fleet.until(PATIENCE, () -> centres.whole(SERVICES + ISLANDERS));
            Set<String> mainland = mainland(centres);
            long[] before = revisions(centres);
            try (Onlooker onlooker = new Onlooker(centres, mainland)) {
                onlooker.leave(ISLAND);
                network.cut(ISLAND);
                duringTheCut(centres, leaver);
                assertThat(services).allMatch(Registry::registered);
                network.heal(ISLAND);
                Duration whole = Fleet.until(PATIENCE, () -> centres.whole(SERVICES + 3));
                System.out.printf("one whole view %d ms after the network was healed%n", whole.toMillis());
                assertThat(onlooker.missed()).isEmpty();
            }
            isOneView(centres, mainland);
            assertThat(revisions(centres))
                    .satisfies(after -> IntStream.range(0, NODES)
                            .forEach(node -> assertThat(after[node]).isGreaterThan(before[node])));
        }
    }

    /// Comes and goes on both sides.
    private static void duringTheCut(SplitCentres centres, String leaver) {
        long end = System.nanoTime() + AWAY.toNanos();
        Registry come = centres.service("come");
        Registry gone = centres.service("gone");
        Fleet.until(PATIENCE, () -> come.registered() && gone.registered());
        Fleet.until(PATIENCE, () -> !centres.health(1).contains("node-0"));
        Fleet.until(PATIENCE, () -> centres.healthThere(ISLAND).contains("\"away\""));
        centres.registerThere(ISLAND, "islander");
        centres.deregisterThere(ISLAND, leaver);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(AWAY.plus(PATIENCE))
                .until(() -> System.nanoTime() - end > 0);
        gone.close();
    }

    /// Nothing comes or goes later.
    private static void isOneView(SplitCentres centres, Set<String> mainland) {
        Map<String, String> view = centres.view(0);
        assertThat(centres.view(1)).isEqualTo(view);
        assertThat(centres.view(2)).isEqualTo(view);
        assertThat(view.keySet()).containsAll(mainland);
        assertThat(view.keySet().stream().map(name -> name.substring(0, name.indexOf(' '))))
                .contains("calc", "come", "islander")
                .doesNotContain("gone", "leaver");
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> centres.view(ISLAND).equals(view) && System.nanoTime() - end > 0);
        assertThat(centres.view(1)).isEqualTo(view);
    }

    private static Set<String> mainland(SplitCentres centres) {
        return centres.view(1).keySet().stream()
                .filter(name -> name.startsWith("svc-"))
                .collect(Collectors.toSet());
    }

    private static long[] revisions(SplitCentres centres) {
        return IntStream.range(0, NODES).mapToLong(centres::revision).toArray();
    }
}
