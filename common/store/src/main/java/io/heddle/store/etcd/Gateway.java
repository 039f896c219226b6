package io.heddle.store.etcd;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import io.heddle.store.StoreAccess;
import io.heddle.store.StoreAwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions to the gateways of an etcd cluster. All go to one node until it fails; then to the next.
final class Gateway implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration QUESTION_LIMIT = Duration.ofSeconds(2);
    private static final String AUTHENTICATE = "/v3/auth/authenticate";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final List<Peer> nodes;
    private final Pass pass;
    private final AtomicInteger turn = new AtomicInteger();
    private final Http1 http1;

    Gateway(List<Peer> nodes, StoreAccess access) {
        this.nodes = List.copyOf(nodes);
        this.pass = new Pass(access);
        this.http1 = Http1.open(Http1Settings.standard().tls(access.tls()));
    }

    /// What came back.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Reply(int status, byte[] body) {
        JsonNode json() {
            if (status != OK) {
                throw new StoreAwayException(
                        "etcd says " + status + ": " + new String(body, StandardCharsets.UTF_8).strip());
            }
            return JSON.readTree(body);
        }
    }

    /// Asks one node, and the others too where it cannot have been done twice.
    ///
    /// @param again whether it may be asked again though it may have been done
    JsonNode ask(String path, JsonNode question, boolean again) {
        for (int left = nodes.size() - 1; ; left--) {
            int at = turn.get();
            try {
                return askOne(nodes.get(Math.floorMod(at, nodes.size())), path, question);
            } catch (TransportException e) {
                turn.compareAndSet(at, at + 1);
                if (left <= 0 || !(again || e.neverSent())) {
                    throw new StoreAwayException("etcd does not answer: " + e.getMessage(), e);
                }
            } catch (StoreAwayException e) {
                turn.compareAndSet(at, at + 1);
                if (left <= 0 || !again) {
                    throw e;
                }
            }
        }
    }

    /// A token that etcd does not know any more has done nothing, so the question is asked again with another.
    private JsonNode askOne(Peer node, String path, JsonNode question) {
        try {
            logIn(node);
            Reply reply = exchange(node, path, question);
            if (reply.status == UNAUTHORIZED && pass.there()) {
                pass.forget();
                logIn(node);
                reply = exchange(node, path, question);
            }
            return reply.json();
        } catch (IOException | JacksonException e) {
            throw new StoreAwayException("etcd cannot be understood", e);
        }
    }

    private void logIn(Peer node) throws IOException {
        if (pass.missing()) {
            pass.take(exchange(node, AUTHENTICATE, pass.question()).json());
        }
    }

    private Reply exchange(Peer node, String path, JsonNode question) throws IOException {
        long due = System.nanoTime() + QUESTION_LIMIT.toNanos();
        try (Connection connection = http1.connect(node, due, Http1.Use.CHECKED)) {
            ResponseHead head = post(connection, path, question);
            byte[] body = connection.body().readAllBytes();
            connection.release();
            return new Reply(head.status(), body);
        }
    }

    private ResponseHead post(Connection connection, String path, JsonNode question) {
        byte[] body = JSON.writeValueAsBytes(question);
        connection
                .put("POST " + path + " HTTP/1.1\r\nHost: " + connection.host()
                        + "\r\n" + pass.line() + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .put(body, 0, body.length)
                .flush();
        return connection.readHead(false);
    }

    /// Asks for a stream of lines that may be silent only so long.
    Lines stream(String path, JsonNode question, Duration silence) {
        int at = turn.get();
        Peer node = nodes.get(Math.floorMod(at, nodes.size()));
        try {
            Connection connection = http1.connect(node, System.nanoTime() + QUESTION_LIMIT.toNanos(), Http1.Use.FRESH);
            ResponseHead head = post(connection, path, question);
            if (head.status() != OK) {
                connection.close();
                pass.forget();
                throw new StoreAwayException("etcd says " + head.status() + " to a watch");
            }
            return new Lines(connection, silence);
        } catch (TransportException e) {
            turn.compareAndSet(at, at + 1);
            throw new StoreAwayException("etcd cannot be watched: " + e.getMessage(), e);
        }
    }

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new StoreAwayException("etcd cannot be understood", e);
        }
    }

    @Override
    public void close() {
        http1.close();
    }
}
