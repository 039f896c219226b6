package io.heddle.registry.lease;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Leases, their places in the wheels and their entries in the catalog, kept in step.
final class Membership {
    private final Catalog catalog;
    private final LeaseTable table;
    private final LeaseClock clock;
    private final List<Wheel> wheels;

    Membership(Catalog catalog, LeaseTable table, LeaseClock clock) {
        this.catalog = catalog;
        this.table = table;
        this.clock = clock;
        this.wheels = IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                .mapToObj(shard -> new Wheel(clock.millis()))
                .toList();
    }

    /// Does what adds, changes or ends a lease, one at a time.
    synchronized <T> T change(Supplier<T> work) {
        return work.get();
    }

    Catalog catalog() {
        return catalog;
    }

    LeaseTable table() {
        return table;
    }

    List<Wheel> wheels() {
        return wheels;
    }

    long nowMillis() {
        return clock.millis();
    }

    void tick() {
        clock.tick();
    }

    /// Has a lease count down from now.
    void begin(Lease lease, Entry entry) {
        lease.start(nowMillis(), Math.toIntExact(entry.details().ttl().toMillis()));
        publish(lease, entry);
        schedule(lease);
    }

    void publish(Lease lease, Entry entry) {
        lease.entry(entry);
        catalog.put(entry);
    }

    /// Has a lease that can end looked at when it may.
    void schedule(Lease lease) {
        if (lease.ttlMillis() > 0) {
            wheels.get(lease.number() % wheels.size()).add(lease);
        }
    }

    /// Takes out a lease that has ended.
    void drop(Lease lease) {
        table.remove(lease);
        catalog.remove(lease.entry());
    }

    Optional<Lease> find(long token) {
        return table.find(token).filter(Lease::alive);
    }

    Lease living(long token) {
        return find(token)
                .orElseThrow(() -> new ServiceException(
                        Status.NOT_FOUND,
                        "unknown_lease",
                        "token is of no lease that lives: register again",
                        List.of()));
    }

    static Lease leaseOf(Entry entry) {
        return (Lease) entry.beat();
    }
}
