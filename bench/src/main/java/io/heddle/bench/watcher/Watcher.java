package io.heddle.bench.watcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One event stream.
final class Watcher {
    private static final int CONNECT_MILLIS = 10_000;

    private final URI center;
    private final String path;
    private final Socket socket = new Socket();
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();

    /// A line that is waited for.
    record Wish(Predicate<String> line, CountDownLatch left) {}

    Watcher(URI center, String path) {
        this.center = center;
        this.path = path;
    }

    void expect(Wish next) {
        wish.set(next);
    }

    /// Reads until the stream ends.
    void run() {
        try (socket) {
            socket.connect(new InetSocketAddress(center.getHost(), center.getPort()), CONNECT_MILLIS);
            String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            lines.lines().forEach(this::look);
        } catch (IOException | UncheckedIOException e) {
            return; // it was closed, or the centre is gone: whoever waits for the line says so
        }
    }

    private void look(String line) {
        Wish wanted = wish.get();
        if (wanted != null && wanted.line.test(line)) {
            wish.set(null);
            wanted.left.countDown();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
