package io.heddle.configcenter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a centre as any HTTP client would.
final class Http implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper mapper = new JsonMapper();
    private final int port;
    private final String token;

    /// What came back.
    record Answer(int status, String body, HttpResponse<String> response, JsonNode json) {
        JsonNode data() {
            return json.path("data");
        }

        String code() {
            return json.path("code").asString();
        }

        String message() {
            return json.path("message").asString();
        }

        long revision() {
            return data().path("revision").asLong();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Http(int port) {
        this(port, "");
    }

    Http(int port, String token) {
        this.port = port;
        this.token = token;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /// Publishes a value, whatever holds now.
    Answer publish(String entry, String value) {
        return post("/entries/" + entry + "/publish", "{\"value\":" + value + "}");
    }

    /// The raw JSON that readers get.
    String read(String entry) {
        return get("/config-center/" + entry).body();
    }

    /// The data of the events of a stream, each as it comes; over when the stream ends.
    Iterator<String> events(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response,
                    json ? mapper.readTree(response.body()) : mapper.nullNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
