package io.heddle.kit.http1;

import io.heddle.kit.http1.TransportException.Kind;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The connections to one peer: at most so many open, the last used first, callers served in the order they came.
final class Pool {
    private final Peer peer;
    private final String host;
    private final Http1Settings settings;
    private final SSLSocketFactory tls;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<SocketConnection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();
    private final Set<Opening> opening = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// A connection being opened.
    private record Opening(SocketChannel channel, long due) {}

    Pool(Peer peer, Http1Settings settings, SSLSocketFactory tls) {
        this.peer = peer;
        this.host = peer.toString();
        this.settings = settings;
        this.tls = tls;
        // A fair one: an unfair semaphore starved waiters for more than ten seconds at 200 threads and 64 permits.
        this.permits = new Semaphore(settings.maxConnections(), true);
    }

    Peer peer() {
        return peer;
    }

    String host() {
        return host;
    }

    /// Lends a connection.
    ///
    /// @param due when the caller's time is up
    /// @param fresh whether it must be a new one
    /// @param careful whether a reused one is looked at first, because the request cannot be sent twice
    SocketConnection acquire(long due, boolean fresh, boolean careful) {
        admit(due);
        boolean lent = false;
        try {
            SocketConnection connection = fresh ? null : pollIdle(careful);
            boolean reused = connection != null;
            SocketConnection chosen = connection != null ? connection : connect(due);
            chosen.deadline(due);
            chosen.lend(reused);
            lent = true;
            return chosen;
        } finally {
            if (!lent) {
                permits.release();
            }
        }
    }

    private void admit(long due) {
        long wait = Math.min(settings.acquireTimeout().toNanos(), due - System.nanoTime());
        try {
            if (!permits.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
                throw new TransportException(
                        Kind.EXHAUSTED, "all " + settings.maxConnections() + " connections to " + peer + " are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(Kind.EXHAUSTED, "interrupted while waiting for a connection to " + peer, e);
        }
    }

    private @Nullable SocketConnection pollIdle(boolean careful) {
        long now = System.nanoTime();
        for (SocketConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            idleCount.decrementAndGet();
            boolean young = now - next.idleSince() < settings.idleTimeout().toNanos();
            boolean resting = now - next.idleSince() > TimeUnit.SECONDS.toNanos(1);
            if (young && !next.closed() && (!(careful || resting) || next.usable())) {
                return next;
            }
            next.shut();
        }
        return null;
    }

    private SocketConnection connect(long due) {
        try {
            SocketChannel channel = SocketChannel.open();
            long limit =
                    Math.min(due, System.nanoTime() + settings.connectTimeout().toNanos());
            Opening attempt = new Opening(channel, limit);
            opening.add(attempt);
            try {
                return connected(channel);
            } catch (IOException | RuntimeException e) {
                Wire.closeQuietly(channel);
                throw e;
            } finally {
                opening.remove(attempt);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new TransportException(Kind.CONNECT, "cannot connect to " + peer, e);
        }
    }

    private SocketConnection connected(SocketChannel channel) throws IOException {
        Wire.Plain.connect(channel, peer);
        Wire wire = peer.tls() ? Wire.Secure.over(channel, peer, tls) : new Wire.Plain(channel);
        SocketConnection connection = new SocketConnection(this, wire, settings.maxHead());
        open.add(connection);
        if (closed) {
            connection.shut();
        }
        return connection;
    }

    /// Takes a connection back from its exchange.
    void takeBack(SocketConnection connection) {
        if (!connection.closed() && !closed) {
            if (idleCount.incrementAndGet() <= settings.maxIdle()) {
                idle.addFirst(connection);
            } else {
                idleCount.decrementAndGet();
                connection.shut();
            }
        }
        permits.release();
    }

    void forget(SocketConnection connection) {
        open.remove(connection);
    }

    /// Cuts off what is over its time. Called by the watch every few milliseconds.
    void expire(long now) {
        for (SocketConnection connection : open) {
            connection.expire(now);
        }
        for (Opening attempt : opening) {
            if (attempt.due - now <= 0) {
                Wire.closeQuietly(attempt.channel);
            }
        }
    }

    /// Closes what has been idle for too long.
    void reap(long now) {
        for (SocketConnection last = idle.peekLast();
                last != null && now - last.idleSince() >= settings.idleTimeout().toNanos();
                last = idle.peekLast()) {
            if (idle.removeLastOccurrence(last)) {
                idleCount.decrementAndGet();
                last.shut();
            }
        }
    }

    int openConnections() {
        return open.size();
    }

    int waiting() {
        return permits.getQueueLength();
    }

    void close() {
        closed = true;
        idle.clear();
        open.forEach(SocketConnection::shut);
    }
}
