package io.heddle.bench.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plain requests, as a user sends them.
final class Web {
    static final JsonMapper JSON = new JsonMapper();

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private Web() {}

    static HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /// The same for one who shows a token.
    static HttpResponse<String> get(String url, String token) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
    }

    /// What the envelope of the answer to a JSON body holds.
    static JsonNode post(String url, String json) {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json);
        return data(
                url,
                send(HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(body)));
    }

    /// The data of the first event of a stream.
    static JsonNode firstEvent(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
        try (Stream<String> lines =
                CLIENT.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            String data =
                    lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
            return JSON.readTree(data.substring("data:".length()));
        } catch (IOException e) {
            throw new UnreachableException(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest ready = request.timeout(LIMIT).build();
        try {
            return CLIENT.send(ready, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UnreachableException(ready.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The status of a request, 0 when nobody answers.
    static int status(String url) {
        try {
            return get(url).statusCode();
        } catch (UnreachableException e) {
            return 0;
        }
    }

    /// What the envelope holds.
    static JsonNode data(String url) {
        return data(url, get(url));
    }

    private static JsonNode data(String url, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("data");
    }

    /// A server that does not answer.
    static final class UnreachableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreachableException(String url, IOException cause) {
            super(url + " does not answer", cause);
        }
    }
}
