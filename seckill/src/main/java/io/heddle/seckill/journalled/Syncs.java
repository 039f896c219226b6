package io.heddle.seckill.journalled;

import io.heddle.seckill.sale.Stock;
import java.time.Duration;
import java.util.Arrays;

/// Counts what was decided and what went to the disk, and remembers how long the last 1,000 waits for it took.
/// Guarded by the lock of the {@link Arbiter}.
final class Syncs {
    private static final int REMEMBERED = 1000;

    private final long[] last = new long[REMEMBERED];
    private long count;
    private long events;
    private long recovery;

    void add(int size, long nanos) {
        last[(int) (count % REMEMBERED)] = nanos;
        count++;
        events += size;
    }

    void recover(long nanos) {
        recovery = nanos;
    }

    Stock.Pulse pulse(long decisions) {
        Duration slowest = Duration.ofNanos(Arrays.stream(last).max().orElse(0));
        return new Stock.Pulse(decisions, events, count, slowest, Duration.ofNanos(recovery));
    }
}
