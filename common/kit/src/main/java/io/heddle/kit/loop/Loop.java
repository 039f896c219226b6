package io.heddle.kit.loop;

import io.heddle.kit.pace.Pacer;
import java.time.Duration;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does rounds of some work on a virtual thread of its own until it is closed. Any thread may use it.
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final String name;
    private final Duration rest;
    private final Duration longestBackOff;
    private final Round round;
    private final Pacer pacer = new Pacer(new SplittableRandom());
    private final Thread thread;
    private volatile boolean closed;

    /// One round.
    @FunctionalInterface
    public interface Round {
        /// Does it. What it throws, be it for want of memory, is logged, and it counts as failed; an interruption ends
        /// the loop.
        Next once() throws InterruptedException;
    }

    /// What comes after a round.
    public enum Next {
        /// The next round at once.
        AGAIN,
        /// The usual time passes.
        REST,
        /// It failed: the time is longer each time.
        BACK_OFF,
        /// Nothing is left to do.
        END
    }

    private Loop(String name, Duration rest, Duration longestBackOff, Round round) {
        this.name = name;
        this.rest = rest;
        this.longestBackOff = longestBackOff;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// One that begins when it is told to.
    ///
    /// @param rest the time between two rounds
    /// @param longestBackOff the longest time after a round that failed
    public static Loop of(String name, Duration rest, Duration longestBackOff, Round round) {
        return new Loop(name, rest, longestBackOff, round);
    }

    /// One that begins now; the parameters are those of {@link #of}.
    public static Loop start(String name, Duration rest, Duration longestBackOff, Round round) {
        Loop loop = of(name, rest, longestBackOff, round);
        loop.start();
        return loop;
    }

    /// Begins with the first round; once only.
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            Next next = once();
            while (!closed && next != Next.END) {
                pause(next);
                next = closed ? Next.END : once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Next next) throws InterruptedException {
        if (next == Next.BACK_OFF) {
            pacer.backOff(longestBackOff);
        } else {
            pacer.rest(next == Next.AGAIN ? Duration.ZERO : rest);
        }
    }

    private Next once() throws InterruptedException {
        try {
            return round.once();
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("loop", name).setCause(e).log("a round failed; the next one follows");
            return Next.BACK_OFF;
        }
    }

    /// Whether it is being closed; a long round looks and ends early.
    public boolean closed() {
        return closed;
    }

    /// Begins the next round now instead of later.
    public void nudge() {
        pacer.nudge();
    }

    /// Interrupts the present round, which is the last; does not wait for its end.
    public void stop() {
        closed = true;
        thread.interrupt();
    }

    /// Waits for the end of the present round.
    @Override
    public void close() {
        close(FOREVER);
    }

    /// The same for no longer than that.
    public void close(Duration patience) {
        closed = true;
        pacer.nudge();
        try {
            boolean _ = thread.getState() == Thread.State.NEW || thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
