package io.heddle.kit.rpc;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.serve.RpcRoutes;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server of tables, and a plain client that sends it bytes.
public final class RpcPeer implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /// Serves tables on a free port.
    public RpcPeer(RpcSettings settings, RpcTable... tables) {
        this.server = HttpServer.builder(ServerSettings.onPort(0))
                .routes(RpcRoutes.of("bank", settings, Metrics.create(), List.of(tables)))
                .open();
    }

    /// The port.
    public int port() {
        return server.port();
    }

    /// An answer as text.
    public record Said(int status, String body, HttpResponse<byte[]> whole) {
        /// The body as JSON.
        public JsonNode json() {
            return MAPPER.readTree(body);
        }
    }

    /// Sends a body to `/json`, with headers in turn.
    public Said json(String body, String... headers) {
        return send("POST", "/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /// Sends a request.
    public Said send(String method, String target, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Said(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Text as JSON.
    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
