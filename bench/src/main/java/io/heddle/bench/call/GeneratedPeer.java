package io.heddle.bench.call;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.ClientSettings.TransportKind;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.net.URI;

/// The generated client with all that a call has: pick, deadline, breaker, budget, metrics.
record GeneratedPeer(String name, TransportKind transport) implements Peer {
    @Override
    public Session open(URI server) {
        ClientSettings settings = ClientSettings.standard().over(transport).with("greeter", server.toString());
        Clients clients = Clients.open(settings, Targets::none, Traces.off(), Metrics.create());
        return new Open(clients, clients.of(GreetApi.class));
    }

    private record Open(Clients clients, GreetApi greeter) implements Session {
        @Override
        public long call(long id) {
            return greeter.greet(id, 3).id();
        }

        @Override
        public void close() {
            clients.close();
        }
    }
}
