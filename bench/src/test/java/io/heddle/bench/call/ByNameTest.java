package io.heddle.bench.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.server.HttpServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// The calls by name that are measured are made, and answered rightly.
final class ByNameTest {
    @Test
    void theTypedCallAndTheOneByNameGiveTheSame() throws Exception {
        try (HttpServer server = GreetServer.open(RpcSettings.standard())) {
            assertEquals(7, call("generated-http1", server));
            assertEquals(7, call("by-name", server));
        }
    }

    @Test
    void theSignedCallIsTaken() throws Exception {
        try (HttpServer server = GreetServer.open(RpcSettings.standard().secret(GreetServer.SECRET))) {
            assertEquals(7, call("by-name-signed", server));
        }
    }

    private static long call(String client, HttpServer server) throws Exception {
        try (Peer.Session session = Peers.named(client).open(URI.create("http://127.0.0.1:" + server.port()))) {
            return session.call(7);
        }
    }
}
