package io.heddle.seckill.activity;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits until something holds.
public final class Soon {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Soon() {}

    /// Asks again and again until the assertion holds, and fails as it does when that takes too long.
    public static void soon(Runnable assertion) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!holds(assertion, System.nanoTime() > end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean holds(Runnable assertion, boolean last) {
        try {
            assertion.run();
            return true;
        } catch (AssertionError | RuntimeException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }
}
