package io.heddle.testkit.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An event stream over a bare socket.
record EventLines(Socket socket, BufferedReader reader) implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    static EventLines open(String url, String path) {
        URI uri = URI.create(url);
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout(Math.toIntExact(ConfigContract.PATIENCE.toMillis()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new EventLines(
                    socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The data of the next event that tells of a change.
    JsonNode next() {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("data:") && line.contains("\"changed\":true")) {
                    return JSON.readTree(line.substring("data:".length()));
                }
            }
            throw new IllegalStateException("the stream has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
