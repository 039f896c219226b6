package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.server.ServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What one registry holds. The time is printed and not asserted: it belongs to the machine.
final class ReachTest {
    private static final int INSTANCES = 10_000;
    private static final int SERVICES = 100;
    private static final int WATCHERS = 1000;
    private static final int WARM_UP = 40;
    private static final int CHANGES = 40;

    @Test
    void aChangeReachesAThousandWatchersOfTenThousandInstances() throws Exception {
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
                Http http = new Http(registry.port());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fill(http);
            List<Sse> watchers = new ArrayList<>();
            for (int i = 0; i < WATCHERS; i++) {
                watchers.add(Sse.open(
                        registry.port(),
                        "/events?services=svc7,svc8&since=" + registry.catalog().revision()));
            }
            List<Long> micros = new ArrayList<>();
            for (int change = 0; change < WARM_UP + CHANGES; change++) {
                micros.add(measure(http, threads, watchers, 60_000 + change));
            }
            micros.subList(0, WARM_UP).clear();
            watchers.forEach(Sse::close);
            micros.sort(null);
            System.out.printf(
                    "a change reaches %d watchers of %d instances in %.1f ms (median), %.1f ms (slowest of %d)%n",
                    WATCHERS,
                    registry.catalog().size(),
                    micros.get(CHANGES / 2) / 1000.0,
                    micros.getLast() / 1000.0,
                    CHANGES);
            assertEquals(INSTANCES + WARM_UP + CHANGES, registry.catalog().size());
        }
    }

    private static void fill(Http http) {
        for (int i = 0; i < INSTANCES; i++) {
            http.post(
                    "/register?since=" + Long.MAX_VALUE,
                    "{\"name\":\"svc" + i % SERVICES + "\",\"service\":\"http://10.0." + i / 250 + "." + i % 250
                            + ":8080\",\"ttl\":600,\"zone\":\"eu-1\"}");
        }
    }

    /// From before the registration is sent until the last watcher has read it.
    private static long measure(Http http, ExecutorService threads, List<Sse> watchers, int port) throws Exception {
        CountDownLatch reached = new CountDownLatch(watchers.size());
        for (Sse watcher : watchers) {
            threads.execute(() -> {
                watcher.next();
                reached.countDown();
            });
        }
        long began = System.nanoTime();
        http.post(
                "/register?since=" + Long.MAX_VALUE,
                "{\"name\":\"svc7\",\"service\":\"http://10.1.1.1:" + port + "\",\"ttl\":600}");
        boolean all = reached.await(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
        assertEquals(true, all);
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
    }
}
