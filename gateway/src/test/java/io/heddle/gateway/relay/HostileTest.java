package io.heddle.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Findings;
import io.heddle.testkit.hostile.Hostile;
import java.io.IOException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The service behind a gateway sees only what the gateway meant, whatever a client sends. `-Dheddle.prove=long`
/// goes on for longer.
final class HostileTest {
    private static final int CONNECTIONS = "long".equals(System.getProperty("heddle.prove")) ? 200_000 : 8000;
    private static final List<Ask> ASKS = List.of(
            Ask.of("GET", "/there/x?a=1"),
            Ask.of("HEAD", "/there/x"),
            Ask.of("DELETE", "/there/x/%2F"),
            Ask.of("OPTIONS", "/there/x"),
            new Ask("POST", "/there/x", "{\"a\":[1,2,{\"b\":\"c\"}]}"),
            new Ask("PUT", "/there/x", "{\"a\":1}"),
            new Ask("PATCH", "/there", "{\"a\":1}"),
            Ask.of("GET", "/nobody/x"));

    @Test
    void smugglesNothing() throws IOException {
        try (StrictUpstream upstream = new StrictUpstream()) {
            Targets there = new Targets("there", List.of(Target.of("127.0.0.1", upstream.port())));
            Metrics metrics = Metrics.create();
            try (Clients clients = Clients.open(
                            ClientSettings.standard(),
                            name -> name.equals("there") ? there : Targets.none(name),
                            Traces.off(),
                            metrics);
                    Relay relay =
                            Relay.open(RelaySettings.standard(), Http1Settings.standard(), clients, Traces.off());
                    HttpServer gateway = HttpServer.builder(ServerSettings.onPort(0))
                            .metrics(metrics)
                            .routes(relay)
                            .open()) {
                Findings findings = Hostile.knowing(ASKS).onAProxy().attack(gateway.port(), CONNECTIONS, 3);

                System.out.println("statuses of the attack: " + findings.statuses());
                assertThat(upstream.faults()).isEmpty();
                assertThat(findings.faults()).isEmpty();
                assertThat(upstream.requests()).isGreaterThan(CONNECTIONS / 10);
                Awaitility.await().until(() -> metrics.scrape().contains("http_server_connections 0.0"));
                assertThat(upstream.open()).isLessThan(10);
            }
        }
    }
}
