package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.load.Load;
import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Instances that go and come under load.
@Timeout(120)
final class FailoverIT {
    private static final Duration OUT_LIMIT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void noRequestFailsWhileInstancesAreKilledStoppedAndStarted() throws IOException {
        try (Fleet fleet = Fleet.open(folder, 1, Map.of())) {
            ServiceProcess killed = fleet.calc();
            ServiceProcess stopped = fleet.calc();
            List<Load> loads = Fleet.load(fleet.gateway());
            try {
                kill(fleet, killed, loads);
                stop(fleet, stopped, loads);
                ServiceProcess fresh = fleet.calc();
                Fleet.awaitAnswers(loads, 500);
                assertThat(Fleet.requests(fresh))
                        .as("requests to the new instance")
                        .isPositive();
            } finally {
                loads.forEach(Load::close);
            }
            assertThat(Fleet.failures(loads)).isEmpty();
            System.out.printf(
                    "%d answers%n", loads.stream().mapToLong(Load::answers).sum());
        }
    }

    /// A killed instance is out of the registry at once, and nobody tries to reach it any more.
    private static void kill(Fleet fleet, ServiceProcess killed, List<Load> loads) throws IOException {
        killed.kill();
        Duration out = Fleet.until(Duration.ofSeconds(20), () -> !fleet.names(killed));
        System.out.printf("killed under load: out of the registry after %d ms%n", out.toMillis());
        assertThat(out).isLessThan(OUT_LIMIT);
        try (ServerSocket inItsPlace = new ServerSocket(killed.port(), 50, InetAddress.getByName("127.0.0.1"))) {
            Fleet.awaitAnswers(loads, 300);
            inItsPlace.setSoTimeout(1);
            assertThat(connections(inItsPlace))
                    .as("connections to the killed instance")
                    .isLessThan(10);
            Fleet.awaitAnswers(loads, 300);
            assertThat(connections(inItsPlace)).as("connections to it later").isZero();
        }
    }

    private static int connections(ServerSocket server) throws IOException {
        int count = 0;
        try {
            while (true) {
                server.accept().close();
                count++;
            }
        } catch (SocketTimeoutException none) {
            return count;
        }
    }

    /// A stopped instance leaves the registry first, and goes on answering for a while.
    private static void stop(Fleet fleet, ServiceProcess stopped, List<Load> loads) {
        stopped.askToStop();
        while (fleet.names(stopped)) {
            boolean listed = fleet.names(stopped);
            assertThat(Web.status(stopped.url() + "/add/1/2") == 200 || !listed).isTrue();
        }
        assertThat(Web.status(stopped.url() + "/add/1/2"))
                .as("after it left the registry")
                .isEqualTo(200);
        stopped.stop();
        Fleet.awaitAnswers(loads, 300);
    }
}
