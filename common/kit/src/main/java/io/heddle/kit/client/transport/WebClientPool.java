package io.heddle.kit.client.transport;

import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.http1.TransportException.Kind;
import io.helidon.common.tls.Tls;
import io.helidon.webclient.api.ConnectionKey;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.api.WebClient;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Helidon's connections to one peer, kept by us: its own cache hands one connection to two users now and then (Helidon
/// issue 10861) and keeps a monitor thread for each.
final class WebClientPool {
    private final WebClient client;
    private final Peer peer;
    private final Http1Settings settings;
    private final ConnectionKey key;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleCount = new AtomicInteger();

    private record Idle(TcpClientConnection connection, long since) {}

    /// A connection lent to one exchange.
    record Lease(TcpClientConnection connection, boolean reused) {}

    WebClientPool(WebClient client, Peer peer, Http1Settings settings) {
        this.client = client;
        this.peer = peer;
        this.settings = settings;
        this.permits = new Semaphore(settings.maxConnections(), true);
        Tls tls = Tls.builder().enabled(peer.tls()).build();
        var resolver = client.prototype().dnsResolver();
        var lookup = client.prototype().dnsAddressLookup();
        this.key = new ConnectionKey(
                peer.tls() ? "https" : "http",
                peer.host(),
                peer.port(),
                settings.idleTimeout(),
                tls,
                resolver,
                lookup,
                Proxy.noProxy());
    }

    Peer peer() {
        return peer;
    }

    Lease acquire(boolean fresh) {
        try {
            if (!permits.tryAcquire(settings.acquireTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TransportException(Kind.EXHAUSTED, "all connections to " + peer + " are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(Kind.EXHAUSTED, "interrupted while waiting for a connection", e);
        }
        boolean lent = false;
        try {
            TcpClientConnection kept = fresh ? null : pollIdle();
            Lease lease = kept != null ? new Lease(kept, true) : new Lease(connect(), false);
            lent = true;
            return lease;
        } finally {
            if (!lent) {
                permits.release();
            }
        }
    }

    private @Nullable TcpClientConnection pollIdle() {
        long now = System.nanoTime();
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            idleCount.decrementAndGet();
            if (now - next.since < settings.idleTimeout().toNanos()) {
                return next.connection;
            }
            next.connection.closeResource();
        }
        return null;
    }

    private TcpClientConnection connect() {
        try {
            return TcpClientConnection.create(client, key, List.of("http/1.1"), this::offer, _ -> {})
                    .connect();
        } catch (RuntimeException e) {
            throw new TransportException(Kind.CONNECT, "cannot connect to " + peer, e);
        }
    }

    /// Helidon calls this when an answer was read to its end and the connection may be kept.
    private boolean offer(TcpClientConnection connection) {
        if (idleCount.incrementAndGet() > settings.maxIdle()) {
            idleCount.decrementAndGet();
            return false;
        }
        idle.addFirst(new Idle(connection, System.nanoTime()));
        return true;
    }

    /// Ends a lease; a broken connection is closed, a whole one has been offered by then.
    void done(Lease lease, boolean broken) {
        if (broken) {
            lease.connection.closeResource();
        }
        permits.release();
    }

    void close() {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            next.connection.closeResource();
        }
    }
}
