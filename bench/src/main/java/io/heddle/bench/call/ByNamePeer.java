package io.heddle.bench.call;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.call.RpcClient;
import io.heddle.kit.trace.Traces;
import java.net.URI;

/// The same call by its name, over the same machinery as the generated client.
record ByNamePeer(String name, RpcSettings settings) implements Peer {
    @Override
    public Session open(URI server) {
        ClientSettings calling = ClientSettings.standard().with("greeter", server.toString());
        Clients clients = Clients.open(calling, Targets::none, Traces.off(), Metrics.create());
        return new Open(clients, new RpcClient(clients, settings, "bench"));
    }

    private record Open(Clients clients, RpcClient rpc) implements Session {
        @Override
        public long call(long id) {
            return rpc.call("greeter:GreetApi.greet", GreetApi.Greeting.class, id, 3)
                    .id();
        }

        @Override
        public void close() {
            clients.close();
        }
    }
}
