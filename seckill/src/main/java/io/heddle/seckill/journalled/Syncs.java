package io.heddle.seckill.journalled;

import java.time.Duration;
import java.util.Arrays;

/// Counts what went to the disk, and remembers how long the last 1,000 waits for it took. Guarded by the lock of
/// the {@link Arbiter}.
final class Syncs {
    private static final int REMEMBERED = 1000;

    private final long[] last = new long[REMEMBERED];
    private long count;
    private long events;

    void add(int size, long nanos) {
        last[(int) (count % REMEMBERED)] = nanos;
        count++;
        events += size;
    }

    long count() {
        return count;
    }

    long events() {
        return events;
    }

    Duration slowest() {
        return Duration.ofNanos(Arrays.stream(last).max().orElse(0));
    }
}
