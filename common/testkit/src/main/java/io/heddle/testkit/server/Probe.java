package io.heddle.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks a server whether it answers yet.
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Probe() {}

    /// Whether the first line of the answer begins with some text.
    static boolean line(int port, String question, String expected) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String answer = in.readLine();
            return answer != null && answer.startsWith(expected);
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a page answers with 200.
    static boolean answers(String url) {
        return status(HttpRequest.newBuilder(URI.create(url))) == 200;
    }

    /// Whether a collector takes spans; one that has just started takes long over the first.
    static boolean collects(String url) {
        return status(HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("[]")))
                == 202;
    }

    private static int status(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
