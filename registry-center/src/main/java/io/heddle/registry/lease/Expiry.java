package io.heddle.registry.lease;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.loss.Losses;
import java.time.Duration;

/// Lets go of instances that have not beaten in time, and holds back those of a service that would lose too many.
final class Expiry {
    private static final int FORGET_EVERY_TICKS = 100;

    private final Membership membership;
    private final Losses losses;
    private final Suspects suspects;
    private final int holdMillis;
    private final long longestMillis;
    private int ticks;

    Expiry(Membership membership, Suspects suspects, LeaseSettings settings, Duration longest) {
        this.membership = membership;
        this.suspects = suspects;
        this.losses = new Losses(settings.protectedShare());
        this.holdMillis = Math.toIntExact(settings.hold().toMillis());
        this.longestMillis = longest.toMillis();
    }

    void tick() {
        membership.tick();
        long now = membership.nowMillis();
        for (Wheel wheel : membership.wheels()) {
            wheel.advance(now).forEach(lease -> check(lease, now));
        }
        if (++ticks % FORGET_EVERY_TICKS == 0) {
            membership.change(() -> forget(now));
        }
    }

    private boolean forget(long now) {
        losses.forget(now - longestMillis);
        return true;
    }

    /// An instance registered that was not there.
    void returned(Entry entry) {
        losses.returned(entry);
    }

    private void check(Lease lease, long now) {
        long deadline = lease.deadline();
        boolean held = deadline <= now && lease.alive() && membership.change(() -> expire(lease, deadline, now));
        if (held) {
            suspects.look(lease);
        }
        if (lease.alive()) {
            membership.schedule(lease);
        }
    }

    /// True when it is held back and should be probed.
    private boolean expire(Lease lease, long deadline, long now) {
        if (lease.deadline() != deadline || lease.remote()) {
            return false;
        }
        if (lease.chances() > 0) {
            lease.chances(lease.chances() - 1);
            return lease.hold(deadline, lease.ttlMillis());
        }
        Entry entry = lease.entry();
        if (!mayGo(entry, lease, now)) {
            return hold(lease, entry, deadline);
        }
        letGo(lease, entry, deadline);
        return false;
    }

    private void letGo(Lease lease, Entry entry, long deadline) {
        if (membership.spread().alone()) {
            if (lease.end(deadline)) {
                membership.drop(lease);
            }
        } else if (lease.hold(deadline, lease.ttlMillis())) {
            membership.spread().silent(entry);
        }
    }

    private boolean hold(Lease lease, Entry entry, long deadline) {
        boolean held = lease.hold(deadline, membership.spread().evicts() ? holdMillis : lease.ttlMillis());
        if (held && !entry.held() && !leaving(entry)) {
            membership.publish(lease, entry.with(InstanceStatus.SUSPECT, true));
        }
        return held;
    }

    private boolean mayGo(Entry entry, Lease lease, long now) {
        int count = membership.catalog().count(entry.name());
        return membership.spread().evicts()
                && (leaving(entry) || entry.held() || losses.allows(entry, count, now, lease.ttlMillis()));
    }

    private static boolean leaving(Entry entry) {
        return entry.status() == InstanceStatus.DRAINING || entry.status() == InstanceStatus.DOWN;
    }
}
