package io.heddle.registry.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.registry.Registration;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much memory an instance takes; printed, and held to the aim of 400 bytes with room for a coarse measure.
final class FootprintTest {
    private static final int INSTANCES = 200_000;
    private static final long AIM = 400;

    @Test
    void anInstanceTakesLessThanFourHundredBytes() {
        TestRegistry registry = new TestRegistry();
        long before = used();
        for (int i = 0; i < INSTANCES; i++) {
            registry.leases.register(Registration.of(
                            new String("service-" + i % 1000),
                            "http://10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256 + ":8080")
                    .zone(new String("eu-west-1"))
                    .metadata(Map.of("commit", new String("0123456789abcdef"), "rack", "r" + i % 20))
                    .methods(List.of("CalcApi.add", "CalcApi.divide")));
        }
        long bytes = (used() - before) / INSTANCES;
        System.out.printf("an instance takes %d bytes (%d instances)%n", bytes, INSTANCES);

        assertEquals(INSTANCES, registry.catalog.size());
        assertTrue(bytes < AIM, bytes + " bytes");
        Reference.reachabilityFence(registry);
    }

    @SuppressWarnings("SystemGc") // it measures what is left after a collection
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
