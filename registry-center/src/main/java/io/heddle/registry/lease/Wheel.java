package io.heddle.registry.lease;

import java.util.ArrayList;
import java.util.List;

/// A lazy timing wheel (Varghese and Lauck, 1987): a beat does not touch it; a lease is looked at when its slot
/// comes round, and put in again if its deadline has moved. A deadline beyond one turn is looked at once a turn.
final class Wheel {
    static final int TICK_MILLIS = 100;
    static final int SLOTS = 512;

    private final List<List<Lease>> slots = new ArrayList<>(SLOTS);
    private long tick;

    Wheel(long nowMillis) {
        this.tick = nowMillis / TICK_MILLIS;
        for (int slot = 0; slot < SLOTS; slot++) {
            slots.add(new ArrayList<>(0));
        }
    }

    /// Has the lease looked at within one tick after its deadline, or after one turn.
    synchronized void add(Lease lease) {
        long due = Math.ceilDiv(lease.deadline(), (long) TICK_MILLIS);
        long at = Math.clamp(due, tick + 1, tick + SLOTS - 1);
        lease.tick(at);
        slots.get((int) (at % SLOTS)).add(lease);
    }

    /// The leases to look at now.
    synchronized List<Lease> advance(long nowMillis) {
        long now = nowMillis / TICK_MILLIS;
        List<Lease> due = new ArrayList<>();
        for (long left = Math.min(now - tick, SLOTS); left > 0; left--) {
            tick++;
            drain((int) (tick % SLOTS), due);
        }
        tick = Math.max(tick, now);
        return due;
    }

    /// A lease that was put in again since is in this slot by a tick that no longer counts.
    private void drain(int slot, List<Lease> due) {
        List<Lease> leases = slots.get(slot);
        for (Lease lease : leases) {
            if (lease.tick() <= tick && lease.alive()) {
                lease.tick(Long.MAX_VALUE);
                due.add(lease);
            }
        }
        if (!leases.isEmpty()) {
            slots.set(slot, new ArrayList<>(0));
        }
    }
}
