package io.heddle.kit.http1;

import io.heddle.kit.http1.TransportException.Kind;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// One socket, lent to one exchange after another by its pool.
final class SocketConnection {
    /// A deadline that is not there.
    static final long NONE = Long.MAX_VALUE;

    private static final int MAX_INFORMATIONAL = 8;
    private static final int OUT = 16_384;

    private final Pool pool;
    private final Wire wire;
    private final Source source;
    private final Head head = new Head();
    private final Body body;
    private final byte[] out = new byte[OUT];
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong deadline = new AtomicLong(NONE);
    private volatile boolean expired;
    private int filled;
    private boolean reused;
    private boolean answered;
    private long idleSince;

    SocketConnection(Pool pool, Wire wire, int maxHead) {
        this.pool = pool;
        this.wire = wire;
        this.source = new Source(wire, maxHead);
        this.body = new Body(this, source);
    }

    /// Begins a new exchange on it.
    void lend(boolean again) {
        reused = again;
        answered = false;
        filled = 0;
        source.begin();
    }

    /// Whether it may serve another exchange after this pause.
    boolean usable() {
        return !closed.get() && source.drained() && !wire.stale();
    }

    boolean closed() {
        return closed.get();
    }

    long idleSince() {
        return idleSince;
    }

    boolean reused() {
        return reused;
    }

    String host() {
        return pool.host();
    }

    void deadline(long nanos) {
        deadline.set(nanos);
    }

    /// Cuts the exchange off when its time is up; called by the watch.
    void expire(long now) {
        long due = deadline.get();
        // An exchange that ended a moment ago has taken its deadline with it; the next one must not pay for it.
        if (due != NONE && due - now <= 0 && deadline.compareAndSet(due, NONE)) {
            expired = true;
            shut();
        }
    }

    @SuppressWarnings("deprecation") // the one copy of Latin-1 text that allocates nothing
    SocketConnection put(String text) {
        int length = text.length();
        for (int from = 0; from < length; ) {
            if (filled == out.length) {
                flush();
            }
            int to = Math.min(length, from + out.length - filled);
            text.getBytes(from, to, out, filled);
            filled += to - from;
            from = to;
        }
        return this;
    }

    SocketConnection put(byte[] bytes, int offset, int length) {
        if (length > out.length - filled) {
            flush();
        }
        if (length > out.length) {
            write(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, out, filled, length);
            filled += length;
        }
        return this;
    }

    void flush() {
        int length = filled;
        filled = 0;
        if (length > 0) {
            write(out, 0, length);
        }
    }

    private void write(byte[] bytes, int offset, int length) {
        try {
            wire.write(bytes, offset, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    ResponseHead readHead(boolean bodiless) {
        try {
            source.readHead(head, bodiless);
            for (int skipped = 0; head.status() < 200; skipped++) {
                if (skipped == MAX_INFORMATIONAL || head.status() == 101) {
                    throw Head.malformed("informational answers without end");
                }
                source.skipHead();
                source.readHead(head, bodiless);
            }
        } catch (IOException e) {
            throw failed(e);
        } catch (TransportException e) {
            throw failed(e);
        }
        answered = true;
        body.begin(head);
        return head;
    }

    Body body() {
        return body;
    }

    /// What a failure of the socket means at this point of the exchange. Closes the connection.
    TransportException failed(Exception cause) {
        shut();
        if (expired) {
            return new TransportException(Kind.TIMED_OUT, "no answer in time from " + pool.peer(), cause);
        }
        if (cause instanceof TransportException known && known.kind() == Kind.MALFORMED) {
            return known;
        }
        boolean silent = !answered && source.untouched();
        String what = silent ? " closed the connection before it answered" : " broke off its answer";
        return new TransportException(silent ? Kind.NO_ANSWER : Kind.BROKEN, pool.peer() + what, cause);
    }

    /// Ends the exchange; serves another one if the answer was read to its end and both sides keep the connection.
    void release() {
        deadline.set(NONE);
        boolean whole = answered && body.ended() && head.keepAlive() && source.drained();
        if (!whole || expired) {
            shut();
        }
        idleSince = System.nanoTime();
        pool.takeBack(this);
    }

    /// Ends the exchange and the connection.
    void close() {
        shut();
        pool.takeBack(this);
    }

    /// Closes the socket, once. Any thread may call.
    void shut() {
        if (closed.compareAndSet(false, true)) {
            pool.forget(this);
            wire.close();
        }
    }
}
