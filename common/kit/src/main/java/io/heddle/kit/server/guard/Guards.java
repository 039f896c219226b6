package io.heddle.kit.server.guard;

import io.heddle.kit.server.guard.held.Held;
import io.heddle.kit.task.Hangup;
import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All open connections of one server and the clock that closes those that keep it waiting. One platform thread
/// looks at all of them ten times a second, so limits are kept to about a tenth of a second.
public final class Guards implements AutoCloseable {
    private static final ScopedValue<GuardedConnection> CURRENT = ScopedValue.newInstance();
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Set<GuardedConnection> open = ConcurrentHashMap.newKeySet();
    private final GuardLimits limits;
    private final Held held;
    private volatile boolean running;
    private volatile long now = System.nanoTime();

    /// Guards with these limits; it does nothing until it is opened.
    public Guards(GuardLimits limits) {
        this.limits = limits;
        this.held = new Held(limits.held());
    }

    /// Starts the clock.
    public Guards open() {
        running = true;
        Thread.ofPlatform().daemon().name("connection-guard").start(this::watch);
        return this;
    }

    /// What a server uses for its connections, in place of Helidon's own selector.
    public ServerConnectionSelector selector(Http1Config.Builder config) {
        config.addReceiveListener(new RequestHeads());
        return new Selector(
                this, Http1ConnectionSelector.builder().config(config.build()).build());
    }

    /// The connection whose thread this is.
    ///
    /// @throws java.util.NoSuchElementException on any other thread
    public static Wire current() {
        return CURRENT.get();
    }

    /// How many connections are open.
    public int count() {
        return open.size();
    }

    /// Closes the connections that are between two requests.
    public void closeIdle() {
        open.forEach(GuardedConnection::closeIfIdle);
    }

    /// Has the live streams complete themselves, which takes a moment.
    public void endStreams() {
        open.forEach(GuardedConnection::endStream);
    }

    /// How many live streams there are.
    public long streams() {
        return open.stream().filter(GuardedConnection::streams).count();
    }

    /// Closes the connections of the live streams that did not complete themselves.
    public void cutStreams() {
        open.forEach(GuardedConnection::closeIfStream);
    }

    /// Stops the clock.
    @Override
    public void close() {
        running = false;
    }

    static GuardedConnection connection() {
        return CURRENT.get();
    }

    GuardLimits limits() {
        return limits;
    }

    /// What is held for slow peers.
    public Held held() {
        return held;
    }

    /// The time on the coarse clock, in nanoseconds.
    long now() {
        return now;
    }

    void serve(GuardedConnection connection, ScopedValue.CallableOp<Void, InterruptedException> work)
            throws InterruptedException {
        open.add(connection);
        try {
            ScopedValue.where(CURRENT, connection)
                    .where(Hangup.LINE, connection)
                    .call(work);
        } finally {
            open.remove(connection);
        }
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            long time = System.nanoTime();
            now = time;
            open.forEach(connection -> connection.tick(time));
        }
    }

    private record Selector(Guards guards, Http1ConnectionSelector http1) implements ServerConnectionSelector {
        @Override
        public int bytesToIdentifyConnection() {
            return 0;
        }

        @Override
        public Support supports(BufferData data) {
            return Support.SUPPORTED;
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return http1.supportedApplicationProtocols();
        }

        @Override
        public ServerConnection connection(ConnectionContext context) {
            return new GuardedConnection(guards, context, http1);
        }
    }
}
