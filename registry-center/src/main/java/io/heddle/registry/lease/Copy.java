package io.heddle.registry.lease;

import io.heddle.registry.admission.Admission;
import io.heddle.registry.entry.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The leases as other nodes change them.
final class Copy implements Replica {
    /// How often an instance that was never heard here is believed because something listens at its address.
    static final int CHANCES = 60;

    private final Admission admission;
    private final Membership membership;

    Copy(Admission admission, Membership membership) {
        this.admission = admission;
        this.membership = membership;
    }

    @Override
    public <T> T change(Supplier<T> work) {
        return membership.change(work);
    }

    @Override
    public void join(Spread spread) {
        membership.spread(spread);
    }

    @Override
    public Stream<Entry> entries() {
        return membership.catalog().entries();
    }

    @Override
    public boolean mine(Entry entry) {
        return !Membership.leaseOf(entry).remote();
    }

    @Override
    public boolean heard(Entry entry) {
        return !Membership.leaseOf(entry).unsure();
    }

    @Override
    public Optional<Entry> find(String name, String service) {
        return membership.catalog().find(name, service);
    }

    @Override
    public Saved saved(Entry entry) {
        return Saved.of(membership.table().token(Membership.leaseOf(entry)), entry);
    }

    @Override
    public void show(Saved saved) {
        Lease lease = lease(saved);
        lease.away(saved.heardMillis(), saved.ttlMillis());
        put(lease, saved);
    }

    @Override
    public void update(Saved saved) {
        Lease lease = lease(saved);
        put(lease, saved);
    }

    @Override
    public void take(Saved saved, Duration grace) {
        Lease lease = lease(saved);
        lease.take(membership.nowMillis(), saved.ttlMillis(), Math.toIntExact(grace.toMillis()), CHANCES);
        put(lease, saved);
        membership.schedule(lease);
    }

    /// The lease of the instance under that token; one under another token ends.
    private Lease lease(Saved saved) {
        Optional<Entry> known = find(saved.instance().name(), saved.instance().service());
        Optional<Lease> same = known.map(Membership::leaseOf)
                .filter(lease -> membership.table().token(lease) == saved.token());
        if (same.isEmpty()) {
            known.map(Membership::leaseOf).ifPresent(lease -> {
                lease.end();
                membership.table().remove(lease);
            });
        }
        return same.orElseGet(() -> membership.table().adopt(saved.token()));
    }

    private void put(Lease lease, Saved saved) {
        Entry entry = admission.shared(saved.entry(lease));
        Optional<Entry> known = find(entry.name(), entry.service());
        if (known.filter(entry::equals).isEmpty()) {
            membership.show(lease, entry);
        }
    }

    @Override
    public void remove(Entry entry) {
        Lease lease = Membership.leaseOf(entry);
        lease.end();
        membership.forget(lease);
    }
}
