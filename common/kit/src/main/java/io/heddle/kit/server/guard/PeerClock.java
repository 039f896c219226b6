package io.heddle.kit.server.guard;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads a socket and knows until when the next bytes must have come. The thread of the connection reads; the
/// watching thread only looks.
final class PeerClock implements Supplier<byte[]> {
    /// What the peer is waited for.
    enum Part {
        IDLE,
        HEAD,
        BODY,
        PARKED
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final Guards guards;
    private final HelidonSocket socket;
    private volatile long until = NEVER;
    private volatile Part part = Part.IDLE;
    private long patience;
    private final LookAhead lookAhead = new LookAhead();
    private volatile boolean ended;
    private volatile long moved = System.nanoTime();

    PeerClock(Guards guards, HelidonSocket socket) {
        this.guards = guards;
        this.socket = socket;
    }

    Part part() {
        return part;
    }

    boolean ended() {
        return ended;
    }

    long moved() {
        return moved;
    }

    boolean late(long now) {
        long limit = until;
        return limit != NEVER && now - limit > 0;
    }

    boolean idle() {
        return part == Part.IDLE && until != NEVER;
    }

    void begin(Part next) {
        part = next;
        switch (next) {
            case HEAD -> limit(guards.limits().head());
            case BODY -> {
                until = NEVER;
                patience = guards.limits().body().toNanos();
            }
            case IDLE, PARKED -> until = NEVER;
        }
    }

    void limit(Duration time) {
        until = guards.now() + time.toNanos();
    }

    @Override
    @SuppressWarnings("NullAway") // The reader takes null for the end of the stream.
    public byte @Nullable [] get() {
        return switch (part) {
            case IDLE -> readFirst();
            case BODY -> readBody();
            case HEAD, PARKED -> read();
        };
    }

    private byte @Nullable [] readFirst() {
        limit(guards.limits().idle());
        byte[] bytes = read();
        begin(Part.HEAD);
        return bytes;
    }

    private byte @Nullable [] readBody() {
        long begun = guards.now();
        until = begun + patience;
        byte[] bytes = read();
        until = NEVER;
        if (bytes != null) {
            long granted =
                    bytes.length * TimeUnit.SECONDS.toNanos(1) / guards.limits().bodyRate();
            long left = patience - (guards.now() - begun) + granted;
            patience = Math.min(left, guards.limits().body().toNanos());
        }
        return bytes;
    }

    /// Sees whether the peer is still there while nobody reads.
    void lookAhead(Runnable whenDone) {
        lookAhead.begin(this::readSocket, whenDone);
    }

    private byte @Nullable [] read() {
        return lookAhead.read(this::readSocket);
    }

    private byte @Nullable [] readSocket() {
        try {
            byte[] bytes = socket.get();
            ended |= bytes == null;
            moved = System.nanoTime();
            return bytes;
        } catch (UncheckedIOException e) {
            ended = true;
            throw new ServerConnectionException("could not read", e);
        }
    }
}
