package io.heddle.seckill.journalled;

import io.heddle.seckill.sale.UndecidedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// What is not decided now, and why. Guarded by the lock of the {@link Arbiter}.
final class Gate {
    private final int waiters;
    private final Duration stall;
    private final Set<Long> frozen = new HashSet<>();
    private boolean ended;

    Gate(JournalSettings settings) {
        this.waiters = settings.waiters();
        this.stall = settings.stall();
    }

    /// Lets nothing through any more.
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    void requireRunning() {
        if (ended) {
            throw new UndecidedException("the engine has stopped");
        }
    }

    /// Lets nothing through any more that is about a sale.
    void freeze(long activity) {
        frozen.add(activity);
    }

    Set<Long> frozen() {
        return frozen;
    }

    void requireThawed(long activity) {
        if (!frozen.isEmpty() && frozen.contains(activity)) {
            throw new UndecidedException("sale " + activity + " is frozen: its journal is behind the database");
        }
    }

    /// Whether the disk has not answered for too long.
    boolean isStalled(long nanos) {
        return nanos > stall.toNanos();
    }

    void requireMoving(long nanos) {
        if (isStalled(nanos)) {
            throw new UndecidedException("the disk takes longer than " + stall);
        }
    }

    void requireRoom(int waiting) {
        if (waiting >= waiters) {
            throw new UndecidedException(waiting + " answers wait for the disk");
        }
    }
}
