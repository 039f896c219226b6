package io.heddle.registry.lease.clock;

import java.time.Duration;
import java.time.InstantSource;

/// The time that leases live by. It begins with the time of day, never goes backwards, and stands still while the
/// registry itself did not run: a registry that hung for a minute has not heard a minute of silence from everybody.
public final class LeaseClock {
    /// A tick that comes later than this says that the registry hung.
    private static final long HUNG_MILLIS = Duration.ofSeconds(1).toMillis();

    private final InstantSource source;
    private volatile long hungMillis;
    private long lastTick;

    /// Begins with what the source says now.
    public LeaseClock(InstantSource source) {
        this.source = source;
        this.lastTick = source.millis();
    }

    /// The time that leases are counted in, epoch milliseconds.
    public long millis() {
        return source.millis() - hungMillis;
    }

    /// Says that time is passing; called about every 100 ms by one thread.
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the ticking thread alone
    public void tick() {
        long now = source.millis();
        long gap = now - lastTick;
        lastTick = now;
        if (gap > HUNG_MILLIS) {
            hungMillis += gap;
        }
    }

    /// Time of day that does not jump with the system's clock.
    public static InstantSource steady() {
        long startMillis = System.currentTimeMillis();
        long startNanos = System.nanoTime();
        return () -> java.time.Instant.ofEpochMilli(startMillis + (System.nanoTime() - startNanos) / 1_000_000);
    }
}
