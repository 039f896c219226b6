package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.load.Load;
import io.heddle.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A registry that is away for longer than the leases, under load. `-Dheddle.prove=long` makes it a minute.
@Timeout(240)
final class RegistryOutageIT {
    private static final Duration TTL = Duration.ofSeconds(3);
    private static final Duration AWAY = Duration.ofSeconds("long".equals(System.getProperty("heddle.prove")) ? 60 : 6);

    @TempDir
    Path folder;

    @Test
    void callsGoOnAndEveryoneIsBackWithoutARestart() {
        try (Fleet fleet = Fleet.open(folder, 2, Map.of("registry.ttl", "3s", "service.register_wait", "500ms"))) {
            ServiceProcess gateway = fleet.gateway();
            List<String> before = fleet.registered();
            assertThat(before).hasSize(2);
            List<Load> loads = Fleet.load(gateway);
            try {
                ServiceProcess late = outage(fleet, loads);
                assertThat(fleet.registered()).as("at once").containsAll(before);
                Duration found = Fleet.until(Duration.ofSeconds(20), () -> fleet.names(late));
                System.out.printf("started in the outage: registered %d ms after it%n", found.toMillis());
                staysWhole(fleet);
                Fleet.awaitAnswers(loads, 300);
                assertThat(Fleet.requests(late))
                        .as("requests to the one that came late")
                        .isPositive();
            } finally {
                loads.forEach(Load::close);
            }
            assertThat(Fleet.failures(loads)).isEmpty();
        }
    }

    private static ServiceProcess outage(Fleet fleet, List<Load> loads) {
        fleet.registry().kill();
        long end = System.nanoTime() + AWAY.toNanos();
        ServiceProcess late = fleet.calc();
        while (System.nanoTime() - end < 0) {
            Fleet.awaitAnswers(loads, 50);
        }
        fleet.restartRegistry();
        return late;
    }

    /// Longer than a lease, nobody is missed and nobody is named twice.
    private static void staysWhole(Fleet fleet) {
        long end = System.nanoTime() + TTL.plusSeconds(1).toNanos();
        while (System.nanoTime() - end < 0) {
            assertThat(fleet.registered()).hasSize(3).doesNotHaveDuplicates();
        }
    }
}
