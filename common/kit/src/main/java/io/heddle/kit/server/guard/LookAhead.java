package io.heddle.kit.server.guard;

import io.helidon.webserver.ServerConnectionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets a second thread read one piece of a socket ahead while the connection's own thread is busy with an answer, so
/// that the peer's close is seen. What was read ahead is what the connection's thread gets next.
final class LookAhead {
    private final AtomicReference<Reader> reader = new AtomicReference<>(Known.NOBODY);

    /// Who reads now.
    private sealed interface Reader {}

    private enum Known implements Reader {
        NOBODY,
        OWNER
    }

    /// Reads for the connection's own thread, or waits for what is being read ahead.
    byte @Nullable [] read(Supplier<byte @Nullable []> socket) {
        if (reader.compareAndSet(Known.NOBODY, Known.OWNER)) {
            try {
                return socket.get();
            } finally {
                reader.set(Known.NOBODY);
            }
        }
        byte[] bytes = reader.get() instanceof Piece ahead ? ahead.await() : null;
        reader.set(Known.NOBODY);
        return bytes;
    }

    /// Begins to read ahead unless somebody reads already.
    void begin(Supplier<byte @Nullable []> socket, Runnable whenDone) {
        Piece ahead = new Piece(socket, whenDone);
        if (reader.compareAndSet(Known.NOBODY, ahead)) {
            Thread.ofVirtual().name("look-ahead").start(ahead);
        }
    }

    private static final class Piece extends FutureTask<byte @Nullable []> implements Reader {
        private final Runnable whenDone;

        Piece(Supplier<byte @Nullable []> socket, Runnable whenDone) {
            super(socket::get);
            this.whenDone = whenDone;
        }

        @Override
        protected void done() {
            whenDone.run();
        }

        byte @Nullable [] await() {
            try {
                return get();
            } catch (ExecutionException e) {
                throw new ServerConnectionException("could not read", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerConnectionException("interrupted", e);
            }
        }
    }
}
