package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Findings;
import io.heddle.testkit.hostile.Hostile;
import io.heddle.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A hostile client against the running system. `-Dheddle.prove=long` goes on for longer.
@Timeout(900)
final class HostileIT {
    private static final int CONNECTIONS = "long".equals(System.getProperty("heddle.prove")) ? 100_000 : 3000;
    private static final List<Ask> REGISTRY = List.of(
            new Ask("POST", "/register", "{\"name\":\"evil\",\"service\":\"http://127.0.0.1:9\",\"ttl\":1}"),
            new Ask("POST", "/leases", "[1,2,3]"),
            Ask.of("PUT", "/leases/12345"),
            Ask.of("GET", "/services"),
            Ask.of("GET", "/watch?services=evil&since=5&wait=10ms"),
            Ask.of("GET", "/events?services=evil&since=5"));
    private static final List<Ask> CALC = List.of(
            Ask.of("GET", "/add/1/2"),
            Ask.of("GET", "/divide/1e10/-3.5"),
            Ask.of("HEAD", "/multiply/1/2"),
            new Ask(
                    "POST",
                    "/batch",
                    "[{\"operation\":\"ADD\",\"a\":1,\"b\":2},{\"operation\":\"DIVIDE\",\"a\":1,\"b\":0}]"));
    private static final List<Ask> GATEWAY = List.of(
            Ask.of("GET", "/add/1/2"),
            Ask.of("GET", "/calc/add/1/2?x=y"),
            Ask.of("HEAD", "/calc/add/1/2"),
            Ask.of("GET", "/nobody/x"),
            new Ask("POST", "/calc/batch", "[{\"operation\":\"ADD\",\"a\":1,\"b\":2}]"));

    @TempDir
    Path folder;

    @Test
    void nothingThatIsSentBreaksARunningService() {
        try (Fleet fleet = Fleet.open(folder, 1, Map.of())) {
            ServiceProcess gateway = fleet.gateway();
            ServiceProcess calc = fleet.calc();
            holds(fleet.registry(), Hostile.knowing(REGISTRY));
            holds(calc, Hostile.knowing(CALC));
            holds(gateway, Hostile.knowing(GATEWAY).onAProxy());
            assertThat(Web.status(gateway.url() + "/add/1/2")).isEqualTo(200);
        }
    }

    private static void holds(ServiceProcess service, Hostile hostile) {
        double before = connections(service);
        Findings findings = hostile.attack(service.port(), CONNECTIONS, 11);
        System.out.println("statuses of the attack on " + service.folder().getFileName() + ": " + findings.statuses());
        assertThat(findings.faults()).isEmpty();
        Awaitility.await().until(() -> connections(service) <= before + 3);
        assertThat(service.log()).doesNotContain("request failed", "OutOfMemory");
    }

    private static double connections(ServiceProcess service) {
        return Web.get(service.url() + "/observe/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_connections "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
