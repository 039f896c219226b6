package io.heddle.registry;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for a condition, for a bounded time.
final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    static void until(BooleanSupplier condition) {
        until(condition, () -> "it did not come true");
    }

    /// @param story what to tell when it does not come true
    static void until(BooleanSupplier condition, Supplier<String> story) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(story.get() + " within " + LIMIT);
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
