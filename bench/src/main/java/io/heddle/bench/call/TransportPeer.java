package io.heddle.bench.call;

import io.heddle.kit.client.transport.Answer;
import io.heddle.kit.client.transport.Request;
import io.heddle.kit.client.transport.Transport;
import io.heddle.kit.client.transport.Transports;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A call written by hand over one of the kit's transports: what is left when the generated client and all that it
/// does are taken away.
record TransportPeer(String name, Function<Http1Settings, Transport> transport) implements Peer {
    static TransportPeer http1() {
        return new TransportPeer("http1-by-hand", Transports::http1);
    }

    static TransportPeer webClient() {
        return new TransportPeer("helidon-webclient-by-hand", Transports::webClient);
    }

    @Override
    public Session open(URI server) {
        var peer = new io.heddle.kit.http1.Peer(server.getHost(), server.getPort(), false);
        return new Open(transport.apply(Http1Settings.standard()), peer, Json.tolerant());
    }

    private record Open(Transport transport, io.heddle.kit.http1.Peer peer, Json json) implements Session {
        private static final JsonType<Enveloped> TYPE = new JsonType<>() {};
        private static final int MOST = 1 << 20;

        @Override
        public long call(long id) {
            var request = new Request("GET", "/greet/" + id + "?times=3", List.of(), new Request.Body.None(), true);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            try (Answer answer = transport.send(peer, request, deadline)) {
                return json.read(TYPE, answer.bytes(MOST)).data().id();
            }
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    /// What comes back.
    record Enveloped(int code, GreetApi.Greeting data) {}
}
