package io.heddle.registry.lease;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.probe.Probe.Sight;
import io.heddle.registry.probe.Prober;

/// Instances that were lost sight of.
final class Suspects {
    /// How often nothing is seen of an instance that was never heard here until it is believed no more.
    private static final int SILENT_LOOKS = 3;

    private final Membership membership;
    private final Prober prober;

    Suspects(Membership membership, Prober prober) {
        this.membership = membership;
        this.prober = prober;
    }

    /// Shows it as suspect at once and probes it.
    void suspect(Lease lease) {
        boolean alive = membership.change(() -> mark(lease));
        if (alive) {
            look(lease);
        }
    }

    private boolean mark(Lease lease) {
        if (lease.alive() && !lease.remote() && lease.entry().status() == InstanceStatus.UP) {
            membership.publish(lease, lease.entry().with(InstanceStatus.SUSPECT, false));
        }
        return lease.alive();
    }

    /// Probes it, and draws the conclusion unless it beats in the meantime.
    void look(Lease lease) {
        Entry entry = lease.entry();
        long deadline = lease.deadline();
        prober.look(entry.host(), entry.port(), sight -> membership.change(() -> judge(lease, sight, deadline)));
    }

    private boolean judge(Lease lease, Sight sight, long deadline) {
        if (!lease.alive() || lease.deadline() != deadline) {
            return false;
        }
        Entry entry = lease.entry();
        if (sight == Sight.REFUSED && lease.end(deadline)) {
            membership.drop(lease);
        } else if (sight == Sight.SILENT && lease.chances() > 0) {
            lease.chances(Math.max(0, lease.chances() - Copy.CHANCES / SILENT_LOOKS));
            mark(lease);
        } else if (sight == Sight.REACHABLE
                && !lease.remote()
                && entry.status() == InstanceStatus.SUSPECT
                && !entry.held()) {
            membership.publish(lease, entry.with(InstanceStatus.UP, false));
        }
        return true;
    }

    /// It beats: it is whole again.
    void confirm(Lease lease) {
        membership.change(() -> clear(lease));
    }

    private boolean clear(Lease lease) {
        Entry entry = lease.entry();
        boolean suspected = lease.alive() && entry.status() == InstanceStatus.SUSPECT;
        if (suspected) {
            membership.publish(lease, entry.with(InstanceStatus.UP, false));
        }
        return suspected;
    }
}
