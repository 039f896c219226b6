package io.heddle.kit.pace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// Waits between rounds of a loop, with jitter so that processes that started together do not stay together, and
/// until it is nudged. One thread waits; any thread may nudge.
public final class Pacer {
    private static final long FIRST_BACK_OFF_NANOS = Duration.ofMillis(100).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nudged = lock.newCondition();
    private final RandomGenerator random;
    private boolean nudge;
    private int failures;

    /// Waits with jitter from that source.
    public Pacer(RandomGenerator random) {
        this.random = random;
    }

    /// Ends the present wait, or the next one before it begins.
    public void nudge() {
        lock.lock();
        try {
            nudge = true;
            nudged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits nine tenths of the time or a little longer.
    public void rest(Duration time) throws InterruptedException {
        failures = 0;
        long nanos = time.toNanos();
        sleep(nanos - nanos / 10 + random.nextLong(nanos / 10 + 1));
    }

    /// Waits after a failure: longer after each, never longer than the limit.
    public void backOff(Duration limit) throws InterruptedException {
        long longest = FIRST_BACK_OFF_NANOS << Math.min(failures++, MOST_DOUBLINGS);
        long bounded = Math.min(longest, limit.toNanos());
        sleep(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }

    private void sleep(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!nudge && left > 0) {
                left = nudged.awaitNanos(left);
            }
            nudge = false;
        } finally {
            lock.unlock();
        }
    }

    /// The longest wait, for a loop that has nothing to do until it is nudged.
    public static Duration idle() {
        return Duration.ofNanos(TimeUnit.SECONDS.toNanos(1));
    }
}
