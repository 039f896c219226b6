package io.heddle.registry.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.registry.Registration;
import io.heddle.registry.admission.AdmissionSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random steps against a model that is too simple to be wrong. Services of two, so that protection stays out of it.
final class LeaseModelTest {
    private final TestRegistry registry = new TestRegistry(AdmissionSettings.standard(), new Random(1));
    private final Map<String, Long> deadlines = new HashMap<>();
    private final Map<String, Long> tokens = new HashMap<>();
    private final Map<String, Long> ttls = new HashMap<>();
    private long now;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void behavesAsTheModelDoes(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 2_000; step++) {
            int service = random.nextInt(20);
            int port = 1 + random.nextInt(2);
            switch (random.nextInt(5)) {
                case 0 -> register("svc" + service, port, 1 + 3 * service);
                case 1 -> renew("svc" + service, port);
                case 2 -> end("svc" + service, port);
                default -> turn(100L * random.nextInt(20));
            }
            assertSame();
        }
    }

    private void register(String name, int port, int ttl) {
        Registration said = Registration.of(name, TestRegistry.url(port)).ttl(Duration.ofSeconds(ttl));
        tokens.put(name + port, registry.leases.register(said));
        ttls.put(name + port, ttl * 1000L);
        deadlines.put(name + port, now + ttl * 1000L);
    }

    private void renew(String name, int port) {
        boolean known = registry.leases.renew(tokens.getOrDefault(name + port, 0L));
        assertEquals(deadlines.containsKey(name + port), known);
        deadlines.computeIfPresent(name + port, (key, old) -> now + ttls.getOrDefault(key, 0L));
    }

    private void end(String name, int port) {
        if (deadlines.remove(name + port) != null) {
            registry.leases.deregister(tokens.getOrDefault(name + port, 0L));
        }
    }

    private void turn(long millis) {
        registry.turn(Duration.ofMillis(millis));
        now += millis;
        deadlines.values().removeIf(deadline -> deadline <= now);
    }

    private void assertSame() {
        assertEquals(
                new TreeSet<>(deadlines.keySet()),
                registry.catalog
                        .entries()
                        .map(entry -> entry.name() + entry.port())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(deadlines.size(), registry.catalog.size());
    }
}
