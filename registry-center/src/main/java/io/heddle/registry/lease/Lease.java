package io.heddle.registry.lease;

import io.heddle.registry.entry.Beat;
import io.heddle.registry.entry.Entry;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/// The right of one instance to stay until a deadline.
final class Lease implements Beat {
    private static final AtomicLongFieldUpdater<Lease> DEADLINE =
            AtomicLongFieldUpdater.newUpdater(Lease.class, "deadline");
    /// Longer than any registry runs, in milliseconds.
    private static final long FOREVER = 1L << 50;

    private static final long DEAD = Long.MIN_VALUE;

    private final int number;
    private final int generation;
    private volatile long deadline;
    private volatile int ttlMillis;
    private volatile int holdMillis;
    private volatile @Nullable Entry entry;
    private volatile boolean remote;
    private volatile byte chances;
    private final boolean foreign;
    private long tick;

    private Lease(int number, int generation, boolean foreign) {
        this.number = number;
        this.generation = generation;
        this.foreign = foreign;
    }

    /// One of this registry's own making.
    Lease(int number, int generation) {
        this(number, generation, false);
    }

    /// One whose token another node made.
    static Lease foreign(long token) {
        return new Lease((int) (token >>> 32), (int) token, true);
    }

    boolean foreign() {
        return foreign;
    }

    /// The token of a foreign one.
    long token() {
        return ((long) number << 32) | (generation & 0xffff_ffffL);
    }

    int number() {
        return number;
    }

    int generation() {
        return generation;
    }

    Entry entry() {
        Entry now = entry;
        if (now == null) {
            throw new IllegalStateException("lease " + number + " has no entry yet");
        }
        return now;
    }

    void entry(Entry now) {
        this.entry = now;
    }

    /// Begins to count down, or counts with another time to live from now on; zero for ever.
    void start(long nowMillis, int ttl) {
        ttlMillis = ttl;
        remote = false;
        chances = 0;
        deadline = nowMillis + life();
    }

    /// Is kept by another node from now on, which last heard of it then.
    void away(long heardMillis, int ttl) {
        ttlMillis = ttl;
        remote = true;
        chances = 0;
        deadline = heardMillis + FOREVER;
    }

    /// Is kept here from now on though it was not heard here yet.
    ///
    /// @param graceMillis beside its time to live
    /// @param believed how often it is believed because something listens at its address
    void take(long nowMillis, int ttl, int graceMillis, int believed) {
        ttlMillis = ttl;
        holdMillis = graceMillis;
        remote = false;
        chances = (byte) believed;
        deadline = nowMillis + life() + graceMillis;
    }

    /// Whether another node keeps it.
    boolean remote() {
        return remote;
    }

    /// Whether a beat tells this registry something that it did not know.
    boolean unsure() {
        return remote || chances > 0;
    }

    int chances() {
        return chances;
    }

    /// One chance less, or none.
    void chances(int left) {
        chances = (byte) left;
    }

    private long life() {
        return remote || ttlMillis == 0 ? FOREVER : ttlMillis;
    }

    /// Takes the beat; false when the lease has ended.
    boolean renew(long nowMillis) {
        long seen = deadline;
        while (seen != DEAD) {
            if (DEADLINE.compareAndSet(this, seen, nowMillis + life())) {
                return true;
            }
            seen = deadline;
        }
        return false;
    }

    /// Keeps it past its deadline; false when a beat came in between.
    boolean hold(long seen, int millis) {
        holdMillis = millis;
        return DEADLINE.compareAndSet(this, seen, seen + millis);
    }

    /// Ends it; false when a beat came in between.
    boolean end(long seen) {
        return DEADLINE.compareAndSet(this, seen, DEAD);
    }

    /// Ends it whatever its deadline.
    void end() {
        deadline = DEAD;
    }

    boolean alive() {
        return deadline != DEAD;
    }

    long deadline() {
        return deadline;
    }

    int ttlMillis() {
        return ttlMillis;
    }

    @Override
    public long lastMillis() {
        long seen = deadline;
        Entry now = entry;
        int believed = chances > 0 ? holdMillis : 0;
        int kept = now != null && now.held() ? holdMillis : believed;
        return seen == DEAD ? 0 : seen >= FOREVER ? seen - FOREVER - believed : seen - ttlMillis - kept;
    }

    /// The tick of the wheel at which it is looked at; guarded by the wheel.
    long tick() {
        return tick;
    }

    void tick(long at) {
        this.tick = at;
    }
}
