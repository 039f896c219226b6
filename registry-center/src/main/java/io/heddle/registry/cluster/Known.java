package io.heddle.registry.cluster;

import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Replica;
import io.heddle.registry.lease.Saved;
import java.util.Optional;

/// What is known of a key in the store.
///
/// @param name of the service
/// @param service the address
/// @param owner the node that keeps the lease
/// @param heard whether that node has heard the instance itself
/// @param status that it is told as
/// @param weight that it is told with
/// @param version of the key
record Known(
        String name, String service, String owner, boolean heard, InstanceStatus status, int weight, long version) {
    /// What makes no sense is known by its version alone, so that it can be written over.
    static Known of(Optional<Recorded> read, Optional<Known> before, long version) {
        return read.map(record -> of(record, version)).orElseGet(() -> {
            Known last = before.orElse(new Known("", "", "", false, InstanceStatus.DOWN, 0, version));
            return new Known(last.name, last.service, last.owner, last.heard, last.status, last.weight, version);
        });
    }

    static Known of(Recorded record, long version) {
        Instance told = record.lease().instance();
        return new Known(
                record.name(), record.service(), record.owner(), record.heard(), told.status(), told.weight(), version);
    }

    /// Has what this node is to tell of an instance hold what others changed of it meanwhile.
    void merge(Replica replica, Recorded record) {
        replica.find(record.name(), record.service()).ifPresent(entry -> {
            Saved both = over(entry, record.lease());
            if (replica.mine(entry)) {
                replica.update(replica.saved(entry)
                        .with(both.instance().status(), both.instance().weight()));
            } else {
                replica.show(both);
            }
        });
    }

    /// Puts what was changed here since then, and is not told yet, over what another node told meanwhile.
    private Saved over(Entry local, Saved theirs) {
        Instance told = theirs.instance();
        boolean theirsIsNew = told.status() != status && told.status() != InstanceStatus.SUSPECT;
        boolean oursIsNew = local.status() != status && local.status() != InstanceStatus.SUSPECT;
        return theirs.with(
                theirsIsNew && !oursIsNew ? told.status() : local.status(),
                local.weight() == weight ? told.weight() : local.weight());
    }
}
