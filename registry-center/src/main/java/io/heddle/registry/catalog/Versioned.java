package io.heddle.registry.catalog;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A value made when it is first asked for at a revision, and kept until another revision is asked for.
///
/// In a storm of changes it is made at most once in each spacing: readers wait for it together, and the first after
/// a quiet time does not wait.
final class Versioned<T> {
    private record Made<T>(long revision, long nanos, T value) {}

    private final long spacing;
    private final LongFunction<T> maker;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<T> made;

    Versioned(Duration spacing, LongFunction<T> maker) {
        this.spacing = spacing.toNanos();
        this.maker = maker;
    }

    /// The value as of that revision or a later one.
    T at(long revision) {
        Made<T> last = made;
        return last != null && last.revision >= revision ? last.value : make(revision);
    }

    private T make(long revision) {
        making.lock();
        try {
            Made<T> last = made;
            if (last != null && last.revision >= revision) {
                return last.value;
            }
            if (last != null) {
                awaitSpacing(last.nanos);
            }
            T value = maker.apply(revision);
            made = new Made<>(revision, System.nanoTime(), value);
            return value;
        } finally {
            making.unlock();
        }
    }

    private void awaitSpacing(long since) {
        long left = since + spacing - System.nanoTime();
        while (left > 0
                && left <= TimeUnit.SECONDS.toNanos(1)
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = since + spacing - System.nanoTime();
        }
    }
}
