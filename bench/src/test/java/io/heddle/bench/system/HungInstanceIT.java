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

/// An instance that neither answers nor ends, as on a host that hangs.
@Timeout(120)
final class HungInstanceIT {
    private static final Duration TTL = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void isGoneAtItsTimeToLiveAndNobodyFailsForIt() {
        try (Fleet fleet = Fleet.open(folder, 2, Map.of("registry.ttl", "2s"))) {
            ServiceProcess hung = fleet.calc();
            List<Load> loads = Fleet.load(fleet.gateway());
            try {
                Fleet.awaitAnswers(loads, 3000);
                loads.forEach(Load::forgetDurations);
                Fleet.awaitAnswers(loads, 2000);
                List<Duration> before = slowest(loads);
                loads.forEach(Load::forgetDurations);
                hang(fleet, hung);
                Fleet.awaitAnswers(loads, 200);
                judge(before, slowest(loads));
                hung.resumeProcess();
                Fleet.until(Duration.ofSeconds(20), () -> fleet.names(hung));
            } finally {
                loads.forEach(Load::close);
            }
            assertThat(Fleet.failures(loads)).isEmpty();
        }
    }

    private static void hang(Fleet fleet, ServiceProcess hung) {
        hung.pauseProcess();
        Duration gone = Fleet.until(Duration.ofSeconds(20), () -> !fleet.names(hung));
        System.out.printf("hung: out of the registry after %d ms with a time to live of %s%n", gone.toMillis(), TTL);
        assertThat(gone).isLessThan(TTL.multipliedBy(2));
    }

    private static List<Duration> slowest(List<Load> loads) {
        return loads.stream().map(load -> load.percentile(0.99)).toList();
    }

    private static void judge(List<Duration> before, List<Duration> during) {
        System.out.printf("99 of 100 were answered within %s before, within %s while it hung%n", before, during);
        for (int i = 0; i < before.size(); i++) {
            assertThat(during.get(i)).isLessThan(before.get(i).multipliedBy(5).plusMillis(200));
        }
    }
}
