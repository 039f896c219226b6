package io.heddle.kit.server.stream;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.kit.server.guard.Live;
import io.heddle.kit.server.guard.Wire;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends live events until they end or the peer goes away.
///
/// Two threads share the work: one takes from the source and writes, and the connection's own does nothing but read, so
/// that it sees the peer's close the moment it comes. Nothing waits between the two: the next event is taken when the
/// last was handed to the system, so a slow peer costs no memory here, and the server's write limit ends it.
final class EventStream<T> implements Live {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final Events<T> events;
    private final Function<Event<T>, byte[]> text;
    private final Wire wire;
    private final Semaphore turn = new Semaphore(1);
    private final Thread source = Thread.ofVirtual().name("events").unstarted(this::pass);

    EventStream(Events<T> events, Function<Event<T>, byte[]> text, Wire wire) {
        this.events = events;
        this.text = text;
        this.wire = wire;
    }

    /// Sends the head and begins with the events.
    void begin(byte[] head, Duration heartbeat) {
        greet(head, heartbeat);
        source.start();
    }

    /// No heartbeat comes between, however long the line was quiet before.
    private void greet(byte[] head, Duration heartbeat) {
        turn.acquireUninterruptibly();
        try {
            wire.begin(this, heartbeat);
            wire.write(head);
            wire.write(EventText.HELLO);
        } finally {
            turn.release();
        }
    }

    private void pass() {
        try {
            boolean there = true;
            while (there && events.hasNext()) {
                there = write(text.apply(events.next()));
            }
            if (there) {
                write(EventText.LAST);
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("events failed");
        } finally {
            wire.close();
        }
    }

    /// False when the peer is gone.
    private boolean write(byte[] bytes) {
        turn.acquireUninterruptibly();
        try {
            wire.write(bytes);
            return true;
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("the peer of an event stream is gone");
            return false;
        } finally {
            turn.release();
        }
    }

    /// A line that somebody writes on is not quiet.
    @Override
    public void beat() {
        if (!turn.tryAcquire()) {
            return;
        }
        try {
            wire.write(EventText.HEARTBEAT);
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("the peer of an event stream is gone");
        } finally {
            turn.release();
        }
    }

    @Override
    public void end() {
        events.close();
    }

    /// Nothing holds the other thread but a source or a socket that is closed.
    @Override
    public void over() {
        events.close();
        source.interrupt();
        try {
            source.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
