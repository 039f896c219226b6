package io.heddle.bench.proof;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to services on this machine, each once: what gets no whole answer stays unanswered. Any thread may
/// call.
final class Asker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Http1 http = Http1.open(Http1Settings.standard());
    private final JsonMapper mapper = new JsonMapper();

    /// What came back.
    record Answer(int status, JsonNode body) {
        JsonNode data() {
            return body.path("data");
        }
    }

    Optional<Answer> get(int port, String path) {
        return send(port, "GET", path, "");
    }

    Optional<Answer> post(int port, String path, String body) {
        return send(port, "POST", path, body);
    }

    /// The data of a GET that must be answered.
    JsonNode data(int port, String path) {
        return must("GET " + path, get(port, path));
    }

    /// The data of a POST that must be answered.
    JsonNode made(int port, String path, String body) {
        return must("POST " + path, post(port, path, body));
    }

    private static JsonNode must(String request, Optional<Answer> answer) {
        Answer given = answer.orElseThrow(() -> new IllegalStateException(request + " was not answered"));
        if (given.status() != 200) {
            throw new IllegalStateException(request + " was answered by " + given);
        }
        return given.data();
    }

    private Optional<Answer> send(int port, String method, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Connection connection = http.connect(Peer.plain("127.0.0.1", port), deadline, Http1.Use.CHECKED)) {
            connection.put(method + ' ' + path + " HTTP/1.1\r\nHost: " + connection.host() + "\r\n");
            if (method.equals("POST")) {
                connection.put("Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n");
            }
            connection.put("\r\n").put(bytes, 0, bytes.length).flush();
            ResponseHead head = connection.readHead(false);
            int status = head.status();
            JsonNode node = mapper.readTree(connection.body().readAllBytes());
            connection.release();
            return Optional.of(new Answer(status, node));
        } catch (TransportException | IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
