package io.heddle.kit.server.guard;

import io.heddle.kit.server.guard.held.Held;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Writes with a limit on how long the peer may take. That the peer is gone is told as the end of the connection,
/// whatever was being written: it is nobody's failure.
final class TimedWriter implements DataWriter {
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final Guards guards;
    private final DataWriter writer;
    private volatile long since = NOT_WRITING;
    private volatile long last;
    private volatile long moved = System.nanoTime();

    TimedWriter(Guards guards, DataWriter writer) {
        this.guards = guards;
        this.writer = writer;
        this.last = guards.now();
    }

    /// Whether nothing was written for that long, and nothing is being written.
    boolean quiet(long now, long nanos) {
        return since == NOT_WRITING && now - last >= nanos;
    }

    /// When the system last took something, on the clock of {@link System#nanoTime()}.
    long moved() {
        return moved;
    }

    boolean late(long now) {
        long begun = since;
        return begun != NOT_WRITING && now - begun > guards.limits().write().toNanos();
    }

    @Override
    public void write(BufferData... buffers) {
        writeNow(buffers);
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    /// Piece by piece, each with the whole time.
    void writeNow(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += Held.LARGE) {
            int to = Math.min(bytes.length, from + Held.LARGE);
            writeNow(BufferData.create(to - from == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to)));
        }
    }

    @Override
    public void writeNow(BufferData... buffers) {
        for (BufferData buffer : buffers) {
            writeNow(buffer);
        }
    }

    @Override
    public void writeNow(BufferData buffer) {
        since = guards.now();
        try {
            writer.writeNow(buffer);
            moved = System.nanoTime();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("the peer is gone", e);
        } finally {
            last = guards.now();
            since = NOT_WRITING;
        }
    }
}
