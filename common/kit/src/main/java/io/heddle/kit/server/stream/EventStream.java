package io.heddle.kit.server.stream;

import io.heddle.contract.reply.Events;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.guard.Wire;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends live events until they end or the peer goes away.
///
/// Three threads share the work: one takes from the source, one writes, and the connection's own does nothing but
/// read, so that it sees the peer's close the moment it comes. At most {@link #WAITING} events wait for a slow
/// peer.
///
/// @param <T> the type of the data
public final class EventStream<T> {
    /// The most events between the source and the socket.
    public static final int WAITING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Frame HEARTBEAT = new Frame(EventText.HEARTBEAT, false);
    private static final Frame END = new Frame(EventText.LAST, true);
    private static final Frame BROKEN = new Frame(new byte[0], true);

    private final EventText<T> text;
    private final Events<T> events;
    private final Wire wire;
    private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(WAITING);

    private EventStream(EventText<T> text, Events<T> events, Wire wire) {
        this.text = text;
        this.events = events;
        this.wire = wire;
    }

    /// A stream of these events over a connection.
    public static <T> EventStream<T> of(Json json, JsonType<T> type, Events<T> events, Wire wire) {
        return new EventStream<>(new EventText<>(json, type), events, wire);
    }

    /// Sends the head and then the events, and closes both the source and the connection. Called by the thread of
    /// the connection; returns when all is over.
    ///
    /// @param head the head of the answer, which says that it is chunked
    /// @param heartbeat how long the line may be quiet before a comment is sent
    public void run(byte[] head, Duration heartbeat) {
        Thread source = Thread.ofVirtual().name("events-source").unstarted(this::take);
        Thread writer = Thread.ofVirtual().name("events-writer").unstarted(() -> send(heartbeat));
        try {
            wire.write(head);
            wire.write(EventText.HELLO);
            source.start();
            writer.start();
            wire.awaitClose();
        } finally {
            events.close();
            finish(source);
            finish(writer);
        }
    }

    private void take() {
        Frame last = BROKEN;
        try {
            while (events.hasNext()) {
                queue.put(new Frame(text.chunk(events.next()), false));
            }
            last = END;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("events failed");
        } finally {
            end(last);
        }
    }

    private void end(Frame last) {
        try {
            queue.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Duration heartbeat) {
        try {
            Frame next = next(heartbeat);
            while (!next.last()) {
                wire.write(next.bytes());
                next = next(heartbeat);
            }
            wire.write(next.bytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("the peer of an event stream is gone");
        } finally {
            wire.close();
        }
    }

    private Frame next(Duration heartbeat) throws InterruptedException {
        Frame next = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? HEARTBEAT : next;
    }

    /// The peer is gone or the stream has ended: nothing holds these threads but a source or a socket that is
    /// closed.
    private static void finish(Thread thread) {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is written next.
    ///
    /// @param last whether the connection is closed behind it
    private record Frame(byte[] bytes, boolean last) {}
}
