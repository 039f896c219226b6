package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.registry.Registry;
import io.heddle.testkit.fault.Fault;
import io.heddle.testkit.fault.FaultyRelay;
import io.heddle.testkit.load.Load;
import io.heddle.testkit.process.ServiceProcess;
import io.heddle.testkit.server.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Three nodes of a registry on a real store, under load: nodes and the store are killed, and lines are cut.
/// `-Dheddle.prove=long` keeps the store away for a minute.
@Timeout(600)
final class ClusterIT {
    private static final boolean LONG = "long".equals(System.getProperty("heddle.prove"));
    private static final Duration AWAY = Duration.ofSeconds(LONG ? 60 : 8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// The aim; the machine of a build may be busy.
    private static final Duration WHOLE_AGAIN = Duration.ofSeconds(LONG ? 2 : 10);
    private static final int SERVICES = 200;
    private static final int PROCESSES = 3;
    private static final int NODES = 3;

    @TempDir
    Path folder;

    /// What the nodes agree by.
    enum Kind {
        ETCD,
        ZOOKEEPER;

        TestServer start() {
            return switch (this) {
                case ETCD -> TestServer.etcd();
                case ZOOKEEPER -> TestServer.zooKeeper();
            };
        }

        String address(int port) {
            return switch (this) {
                case ETCD -> "etcd://127.0.0.1:" + port;
                case ZOOKEEPER -> "zookeeper://127.0.0.1:" + port + "/heddle";
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNobodyWhenNodesAndTheStoreAreKilled(Kind kind) {
        try (TestServer store = kind.start();
                Centres centres = new Centres(
                        folder,
                        Stream.generate(() -> kind.address(store.port()))
                                .limit(NODES)
                                .toList())) {
            fill(centres);
            ServiceProcess gateway = gateway(centres);
            Set<String> healthy = Set.copyOf(centres.view(0).keySet());
            List<Load> loads = List.of(
                    Load.start(URI.create(gateway.url() + "/calc/add/1/2"), 16, Duration.ofMinutes(5)),
                    Load.start(URI.create(gateway.url() + "/add/1/2"), 16, Duration.ofMinutes(5)));
            try (Onlooker onlooker = new Onlooker(centres, healthy)) {
                Fleet.awaitAnswers(loads, 500);
                for (int number = 0; number < NODES; number++) {
                    killNode(centres, onlooker, loads, number);
                }
                killStore(centres, store, loads);
                Fleet.awaitAnswers(loads, 500);
                assertThat(onlooker.missed()).isEmpty();
            } finally {
                loads.forEach(Load::close);
            }
            assertThat(Fleet.failures(loads)).isEmpty();
            System.out.printf(
                    "%s: %d answers, none failed%n",
                    kind, loads.stream().mapToLong(Load::answers).sum());
        }
    }

    private static Set<String> fill(Centres centres) {
        List<Registry> services = IntStream.range(0, SERVICES)
                .mapToObj(i -> centres.service("svc-" + i % 50))
                .toList();
        Fleet.until(PATIENCE, () -> services.stream().allMatch(Registry::registered));
        Fleet.until(PATIENCE, () -> centres.whole(SERVICES));
        return Set.copyOf(centres.view(0).keySet());
    }

    private static ServiceProcess gateway(Centres centres) {
        centres.start("calc");
        centres.start("calc");
        ServiceProcess gateway = centres.start("gateway");
        Awaitility.await().atMost(PATIENCE).until(() -> Web.status(gateway.url() + "/calc/add/1/2") == 200);
        Fleet.until(PATIENCE, () -> centres.whole(SERVICES + PROCESSES));
        return gateway;
    }

    private static void killNode(Centres centres, Onlooker onlooker, List<Load> loads, int number) {
        onlooker.leave(number);
        centres.node(number).kill();
        long end = System.nanoTime() + AWAY.toNanos();
        while (System.nanoTime() - end < 0) {
            Fleet.awaitAnswers(loads, 50);
        }
        centres.restart(number);
        onlooker.back(number);
        Duration whole = Fleet.until(PATIENCE, () -> centres.whole(SERVICES + PROCESSES));
        System.out.printf("node %d killed: one whole view %d ms after it was back%n", number, whole.toMillis());
        assertThat(whole).isLessThan(WHOLE_AGAIN);
    }

    private static void killStore(Centres centres, TestServer store, List<Load> loads) {
        store.kill();
        Registry late = centres.service("late");
        long end = System.nanoTime() + AWAY.toNanos();
        while (System.nanoTime() - end < 0) {
            Fleet.awaitAnswers(loads, 50);
        }
        assertThat(late.registered()).isTrue();
        assertThat(centres.health(0).toString()).contains("\"away\"");
        store.restart();
        Duration whole = Fleet.until(PATIENCE, () -> centres.whole(SERVICES + PROCESSES + 1));
        System.out.printf("store killed: one whole view %d ms after it was back%n", whole.toMillis());
        assertThat(whole).isLessThan(WHOLE_AGAIN);
    }

    @ParameterizedTest
    @EnumSource
    void hasOneViewAgainAfterACut(Kind kind) {
        try (TestServer store = kind.start();
                FaultyRelay line = FaultyRelay.to(store.port());
                Centres centres = new Centres(
                        folder,
                        List.of(kind.address(line.port()), kind.address(store.port()), kind.address(store.port())))) {
            Set<String> healthy = fill(centres);
            try (Onlooker onlooker = new Onlooker(centres, healthy)) {
                line.every(new Fault.Reset());
                line.sever();
                Registry come = centres.service("come");
                Registry gone = centres.service("gone");
                Fleet.until(PATIENCE, () -> come.registered() && gone.registered());
                Fleet.until(PATIENCE, () -> !centres.health(1).toString().contains("node-0"));
                long end = System.nanoTime() + AWAY.toNanos();
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .atMost(AWAY.plus(PATIENCE))
                        .until(() -> System.nanoTime() - end > 0);
                gone.close();
                line.heal();
                Duration whole = Fleet.until(PATIENCE, () -> centres.whole(SERVICES + 1));
                System.out.printf("%s: one whole view %d ms after the line was healed%n", kind, whole.toMillis());
                assertThat(centres.view(0)).isEqualTo(centres.view(1)).isEqualTo(centres.view(2));
                assertThat(onlooker.missed()).isEmpty();
            }
        }
    }
}
