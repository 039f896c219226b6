package io.heddle.registry.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.registry.Registration;
import io.heddle.registry.probe.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class LeaseConcurrencyTest {
    private static final int WORKERS = 8;
    private static final int STEPS = 20_000;

    private final TestRegistry registry = new TestRegistry();

    @Test
    void staysInStepWhileManyRegisterRenewEndAndExpire() throws Exception {
        registry.sight = Probe.Sight.REACHABLE;
        AtomicBoolean working = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> ticking = threads.submit(() -> {
                while (working.get()) {
                    registry.turn(Duration.ofMillis(100));
                }
            });
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int seed = worker;
                workers.add(threads.submit(() -> work(seed)));
            }
            for (Future<?> worker : workers) {
                worker.get(60, TimeUnit.SECONDS);
            }
            working.set(false);
            ticking.get(10, TimeUnit.SECONDS);
        }
        assertInStep();
    }

    private void work(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, Long> tokens = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            int port = 1 + random.nextInt(50);
            switch (random.nextInt(4)) {
                case 0 ->
                    tokens.put(
                            port,
                            registry.leases.register(Registration.of("calc", TestRegistry.url(port))
                                    .ttl(Duration.ofSeconds(1 + random.nextInt(2)))));
                case 1 -> registry.leases.renew(tokens.getOrDefault(port, 0L));
                case 2 -> registry.leases.suspect(tokens.getOrDefault(port, 0L));
                default -> end(tokens.getOrDefault(port, 0L));
            }
        }
    }

    private void end(long token) {
        try {
            registry.leases.deregister(token);
        } catch (ServiceException e) {
            assertEquals("unknown_lease", e.code());
        }
    }

    /// Each instance once, each with a lease that beats, the count right.
    private void assertInStep() {
        List<Saved> saved = registry.leases.saved().toList();
        Set<String> urls = new HashSet<>();
        saved.forEach(lease -> assertTrue(urls.add(lease.instance().service())));
        saved.forEach(lease -> assertTrue(registry.leases.renew(lease.token())));
        assertEquals(saved.size(), registry.catalog.size());
    }
}
