package io.heddle.kit.http1;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;

/// The pools of all peers, and the one thread that keeps their deadlines. Safe for use by any thread.
///
/// Deadlines are looked at every {@link #TICK}, so an exchange is cut off at most that much late.
public final class Http1 implements AutoCloseable {
    /// How often deadlines are looked at.
    public static final Duration TICK = Duration.ofMillis(5);

    private static final int TICKS_BETWEEN_REAPS = 200;

    private final Http1Settings settings;
    private final SSLSocketFactory tls;
    private final ConcurrentHashMap<Peer, Pool> pools = new ConcurrentHashMap<>();
    private final Thread watch;
    private volatile boolean closed;

    private Http1(Http1Settings settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.tls = tls;
        this.watch = Thread.ofPlatform().daemon().name("http1-deadlines").unstarted(this::watch);
    }

    /// Starts the transport; TLS peers are trusted as the settings say.
    public static Http1 open(Http1Settings settings) {
        return open(settings, settings.tls().factory());
    }

    /// Starts the transport with a trust of its own.
    public static Http1 open(Http1Settings settings, SSLSocketFactory tls) {
        Http1 transport = new Http1(settings, tls);
        transport.watch.start();
        return transport;
    }

    /// Lends a connection to a peer, kept from an earlier exchange or new. Blocks at most the acquire and connect
    /// time-outs.
    ///
    /// @param peer the other end
    /// @param deadline when the exchange is cut off, on the clock of {@link System#nanoTime()}
    /// @param use which connection will do
    /// @throws TransportException of a kind that was never sent
    public Connection connect(Peer peer, long deadline, Use use) {
        Pool pool = pools.get(peer);
        if (pool == null) {
            pool = pools.computeIfAbsent(peer, key -> new Pool(key, settings, tls));
        }
        return new Loan(pool.acquire(deadline, use == Use.FRESH, use == Use.CHECKED));
    }

    /// Which connection will do for an exchange.
    public enum Use {
        /// Any: a request that may be sent again on a fresh one should the peer have closed this one.
        ANY,
        /// A reused one only after a look whether the peer has closed it: for a request that is sent once.
        CHECKED,
        /// Only a new one.
        FRESH
    }

    /// How many connections to the peer are open, in use or idle.
    public int openConnections(Peer peer) {
        Pool pool = pools.get(peer);
        return pool == null ? 0 : pool.openConnections();
    }

    /// How many callers wait for a connection to the peer.
    public int waiting(Peer peer) {
        Pool pool = pools.get(peer);
        return pool == null ? 0 : pool.waiting();
    }

    /// Closes all connections to a peer that is gone; exchanges on their way fail.
    public void forget(Peer peer) {
        Pool pool = pools.remove(peer);
        if (pool != null) {
            pool.close();
        }
    }

    private void watch() {
        for (int tick = 1; !closed; tick++) {
            long now = System.nanoTime();
            boolean reap = tick % TICKS_BETWEEN_REAPS == 0;
            for (Pool pool : pools.values()) {
                pool.expire(now);
                if (reap) {
                    pool.reap(now);
                }
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /// Closes every connection and ends the thread.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        pools.values().forEach(Pool::close);
        pools.clear();
    }

    /// A connection for the time of one exchange: who keeps it for longer, or ends it twice, cannot disturb the next
    /// one.
    private static final class Loan implements Connection {
        private final SocketConnection connection;
        private final AtomicBoolean over = new AtomicBoolean();
        private final InputStream body = new Reading();

        private Loan(SocketConnection connection) {
            this.connection = connection;
        }

        /// The body of the answer, for as long as the loan.
        private final class Reading extends InputStream {
            @Override
            public int read() {
                return current().body().read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return current().body().read(target, offset, length);
            }

            /// Ends the exchange.
            @Override
            public void close() {
                release();
            }
        }

        private SocketConnection current() {
            if (over.get()) {
                throw new TransportException(TransportException.Kind.BROKEN, "the exchange is over");
            }
            return connection;
        }

        @Override
        public boolean reused() {
            return connection.reused();
        }

        @Override
        public String host() {
            return connection.host();
        }

        @Override
        public void deadline(long nanos) {
            if (!over.get()) {
                connection.deadline(nanos);
            }
        }

        @Override
        public Connection put(String text) {
            current().put(text);
            return this;
        }

        @Override
        public Connection put(byte[] bytes, int offset, int length) {
            current().put(bytes, offset, length);
            return this;
        }

        @Override
        public void flush() {
            current().flush();
        }

        @Override
        public ResponseHead readHead(boolean bodiless) {
            return current().readHead(bodiless);
        }

        @Override
        public InputStream body() {
            return body;
        }

        @Override
        public void release() {
            if (over.compareAndSet(false, true)) {
                connection.release();
            }
        }

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                connection.close();
            }
        }
    }
}
