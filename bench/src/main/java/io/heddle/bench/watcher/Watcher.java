package io.heddle.bench.watcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One who watches.
final class Watcher {
    private static final int CONNECT_MILLIS = 10_000;

    private final URI center;
    private final Talk talk;
    private final Socket socket = new Socket();
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();

    /// A piece of text that is waited for.
    record Wish(Predicate<String> text, CountDownLatch left) {}

    Watcher(URI center, Talk talk) {
        this.center = center;
        this.talk = talk;
    }

    void expect(Wish next) {
        wish.set(next);
    }

    /// Reads until the connection ends.
    void run() {
        try (socket) {
            socket.connect(new InetSocketAddress(center.getHost(), center.getPort()), CONNECT_MILLIS);
            talk.on(socket, this::look);
        } catch (IOException | UncheckedIOException e) {
            return; // it was closed, or the centre is gone: whoever waits for the text says so
        }
    }

    private void look(String text) {
        Wish wanted = wish.get();
        if (wanted != null && wanted.text.test(text)) {
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
