package io.heddle.kit.server.guard;

import io.heddle.kit.server.guard.held.Held;
import io.heddle.kit.task.Hangup;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Helidon's connection with a clock on it.
final class GuardedConnection implements ServerConnection, InterruptableTask<Void>, Wire, Hangup.Line {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);
    private static final int LINGER_BYTES = 1 << 20;
    private static final Duration LINGER = Duration.ofMillis(500);

    private final Guards guards;
    private final ConnectionContext context;
    private final GuardedReader reader;
    private final ServerConnection http1;
    private final TimedWriter writer;
    private volatile @Nullable Standing standing;
    private volatile @Nullable Listening listening;

    GuardedConnection(Guards guards, ConnectionContext context, Http1ConnectionSelector selector) {
        this.guards = guards;
        this.context = context;
        this.reader = new GuardedReader(guards, context.serverSocket());
        this.writer = new TimedWriter(guards, context.dataWriter());
        this.http1 = selector.connection(new GuardedContext(context, reader, writer));
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        guards.serve(this, () -> {
            try {
                http1.handle(limit);
            } catch (CloseConnectionException e) {
                if (!streams()) {
                    throw e;
                }
            } finally {
                linger();
                follow();
            }
            return null;
        });
    }

    /// The head of a request was read: from here on it is the handler's time, until it reads the body.
    void headRead(boolean withBody) {
        reader.headRead(withBody);
    }

    void prologueRead() {
        reader.prologueRead();
    }

    /// Looked at by the clock.
    void tick(long now) {
        if (reader.late(now) || writer.late(now)) {
            close();
            return;
        }
        Standing stream = standing;
        if (stream != null && writer.quiet(now, stream.heartbeat())) {
            stream.beat();
        }
        Listening one = listening;
        if (one != null && now - one.since > 0) {
            listenOn(one);
        }
    }

    private void listenOn(Listening one) {
        if (reader.ended()) {
            one.hungUp();
        } else {
            reader.lookAhead(this::looked);
        }
    }

    private void looked() {
        Optional.ofNullable(listening).filter(_ -> reader.ended()).ifPresent(Listening::hungUp);
    }

    @Override
    public Hangup listen(Runnable action) {
        Listening one = new Listening(action, guards.now());
        listening = one;
        return () -> listening = null;
    }

    void closeIfIdle() {
        if (reader.idle()) {
            close();
        }
    }

    /// A live stream completes itself; one that will not is closed with the rest.
    void endStream() {
        Optional.ofNullable(standing).ifPresent(Standing::end);
    }

    boolean streams() {
        return standing != null;
    }

    void closeIfStream() {
        if (streams()) {
            close();
        }
    }

    @Override
    public boolean inHead() {
        return reader.inHead();
    }

    @Override
    public void bodyRead() {
        reader.bodyRead();
    }

    @Override
    public void write(byte[] bytes) {
        try (Held.Hold _ = hold(bytes, bytes.length)) {
            writer.writeNow(bytes);
        }
    }

    @Override
    public Held.Hold hold(Object what, long bytes) {
        return guards.held().hold(what, bytes, new Held.Holder(this::moved, this::close));
    }

    private long moved() {
        return writer.moved() - reader.moved() > 0 ? writer.moved() : reader.moved();
    }

    @Override
    public void begin(Live stream, Duration heartbeat) {
        standing = new Standing(stream, heartbeat.toNanos());
    }

    /// The handler and Helidon's parser have returned by now, so that a stream holds none of their memory.
    private void follow() {
        Standing stream = standing;
        if (stream != null) {
            awaitClose();
            stream.over();
            standing = null;
        }
    }

    private void awaitClose() {
        reader.park();
        try {
            while (true) {
                reader.ensureAvailable();
                reader.skip(reader.available());
            }
        } catch (DataReader.InsufficientDataAvailableException | ServerConnectionException e) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            context.serverSocket().close();
        } catch (UncheckedIOException e) {
            LOG.atDebug().setCause(e).log("a connection did not close well; its peer is gone");
        }
    }

    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    @Override
    public void close(boolean interrupt) {
        http1.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    /// A peer that is still sending when its answer is complete would lose that answer to a reset: what it sends is
    /// read and thrown away for a moment.
    private void linger() {
        if (streams() || !reader.unfinished()) {
            return;
        }
        reader.linger(LINGER);
        try {
            for (int left = LINGER_BYTES; left > 0; ) {
                reader.ensureAvailable();
                int some = reader.available();
                reader.skip(some);
                left -= some;
            }
        } catch (DataReader.InsufficientDataAvailableException | ServerConnectionException e) {
            reader.park();
        }
    }

    /// One who wants to know when the peer goes away.
    private static final class Listening {
        private final Runnable action;
        private final long since;
        private final AtomicBoolean told = new AtomicBoolean();

        Listening(Runnable action, long since) {
            this.action = action;
            this.since = since;
        }

        void hungUp() {
            if (told.compareAndSet(false, true)) {
                Thread.ofVirtual().name("hang-up").start(action);
            }
        }
    }
}
