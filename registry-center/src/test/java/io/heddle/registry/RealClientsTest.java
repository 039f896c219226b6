package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.server.ServerSettings;
import io.heddle.testkit.server.Python;
import io.heddle.testkit.server.TestServer;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Programs of other people that know nothing of us.
final class RealClientsTest {
    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    @Test
    void pythonConsulIsAtHome() throws URISyntaxException {
        URL script = RealClientsTest.class.getResource("/consul_client.py");
        try (TestTarget target = new TestTarget(200)) {
            String printed = Python.run(
                    Path.of(script.toURI()),
                    "consul",
                    "apt-get install python3-consul",
                    Integer.toString(registry.port()),
                    Integer.toString(target.port()));
            assertEquals("fine", printed.strip());
        }
    }

    @Test
    void prometheusFindsTheTargetsInEveryWay() {
        http.post("/register", "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:1\",\"zone\":\"eu\",\"ttl\":600}");
        http.send(
                "PUT",
                "/v1/agent/service/register",
                "{\"Name\":\"orders\",\"ID\":\"o1\",\"Address\":\"127.0.0.1\",\"Port\":2}");
        http.post("/eureka/apps/BLOG", EurekaBodies.minimal("BLOG", "b1", 3));
        String http = """
            - job_name: http
              http_sd_configs: [{url: "http://SERVER/prometheus/targets", refresh_interval: 1s}]
            - job_name: eureka
              eureka_sd_configs: [{server: "http://SERVER/eureka", refresh_interval: 1s}]
            """;
        String consul = """
            - job_name: consul
              consul_sd_configs: [{server: "SERVER", refresh_interval: 1s}]
            """;
        boolean all = TestServer.prometheusKnows("consul_sd_configs");
        try (TestServer prometheus = TestServer.prometheus(at(all ? http + consul : http));
                Http asked = new Http(prometheus.port())) {
            Set<String> known = Set.of("127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:3");
            for (String job : all ? List.of("http", "eureka", "consul") : List.of("http", "eureka")) {
                Await.until(() -> known.equals(targets(asked, job)));
                assertEquals(known, targets(asked, job));
            }
        }
    }

    private String at(String config) {
        return config.replace("SERVER", "127.0.0.1:" + registry.port()).indent(2);
    }

    private static Set<String> targets(Http prometheus, String job) {
        Set<String> targets = new TreeSet<>();
        JsonNode active = prometheus.get("/api/v1/targets").data().path("activeTargets");
        for (JsonNode target : active) {
            if (target.path("scrapePool").asString().equals(job)) {
                targets.add(target.path("discoveredLabels").path("__address__").asString());
            }
        }
        return targets;
    }
}
