package io.heddle.seckill.loop;

import io.heddle.kit.pace.Pacer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does rounds of some work on a thread of its own until it is closed. Any thread may use it.
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Duration rest;
    private final Duration longestBackOff;
    private final Round round;
    private final Pacer pacer = new Pacer(ThreadLocalRandom.current());
    private final Thread thread;
    private volatile boolean closed;

    /// One round.
    @FunctionalInterface
    public interface Round {
        /// Does it. What it throws, be it for want of memory, is logged, and it counts as failed.
        Next once();
    }

    /// What comes after a round.
    public enum Next {
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

    /// Begins with the first round.
    ///
    /// @param rest the time between two rounds
    /// @param longestBackOff the longest time after a round that failed
    public static Loop start(String name, Duration rest, Duration longestBackOff, Round round) {
        Loop loop = new Loop(name, rest, longestBackOff, round);
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            Next next = once();
            while (!closed && next != Next.END) {
                if (next == Next.REST) {
                    pacer.rest(rest);
                } else {
                    pacer.backOff(longestBackOff);
                }
                next = closed ? Next.END : once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Next once() {
        try {
            return round.once();
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("loop", name).setCause(e).log("a round failed");
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

    /// Waits for the end of the present round.
    @Override
    public void close() {
        closed = true;
        pacer.nudge();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
