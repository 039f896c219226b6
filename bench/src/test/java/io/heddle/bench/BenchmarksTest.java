package io.heddle.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.bench.call.CallBenchmark;
import io.heddle.bench.jmh.Jmh;
import io.heddle.bench.jmh.Jmh.Figure;
import io.heddle.bench.lease.LeaseBenchmark;
import io.heddle.bench.pick.PickBenchmark;
import io.heddle.bench.read.ReadBenchmark;
import io.heddle.bench.target.Target;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each benchmark runs once, so that none of them rots.
final class BenchmarksTest {
    private static final Jmh ONCE = new Jmh(0, 0, 1, 0.1);

    @BeforeAll
    static void runBesideOthers() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    static String[] clients() {
        return CallBenchmark.clients();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aCallOfEachClientIsMeasured(String client) {
        try (Target target = Target.open()) {
            Figure figure = ONCE.run(
                    CallBenchmark.class,
                    "calls",
                    Map.of("client", client, "server", target.uri().toString()));

            assertTrue(figure.nanos() > 0 && figure.garbage() > 0, figure.toString());
        }
    }

    @Test
    void aPickIsMeasured() {
        assertTrue(
                ONCE.run(PickBenchmark.class, "pick", Map.of("instances", "3")).nanos() > 0);
    }

    @Test
    void aRenewalAndAReadAreMeasured() {
        Map<String, String> few = Map.of("instances", "1000");

        assertTrue(ONCE.run(LeaseBenchmark.class, "renew", few).nanos() > 0);
        assertTrue(ONCE.run(LeaseBenchmark.class, "resolve", few).nanos() > 0);
    }

    @Test
    void aReadIsMeasured() {
        for (String way : ReadBenchmark.ways()) {
            Figure figure = ONCE.run(ReadBenchmark.class, "read", Map.of("way", way, "rows", "1"));

            assertTrue(figure.nanos() > 0 && figure.garbage() > 0, figure.toString());
        }
    }

    @Test
    void theMemoryOfAnInstanceIsMeasured() {
        assertTrue(LeaseBenchmark.footprint(10_000) > 0);
    }
}
