package io.heddle.registry.lease;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.clock.LeaseClock;
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
    private volatile Spread spread = new Spread.Alone();

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

    Spread spread() {
        return spread;
    }

    /// Has other nodes told from now on.
    void spread(Spread to) {
        this.spread = to;
    }

    /// Has a lease count down from now: its instance was heard.
    void begin(Lease lease, Entry entry) {
        lease.start(nowMillis(), Math.toIntExact(entry.details().ttl().toMillis()));
        show(lease, entry);
        schedule(lease);
        spread.changed(entry, true);
    }

    /// Takes a beat; false when the lease has ended.
    boolean beat(Lease lease) {
        boolean alive = lease.renew(nowMillis());
        if (alive && lease.unsure()) {
            change(() -> heard(lease));
        }
        return alive;
    }

    private boolean heard(Lease lease) {
        boolean news = lease.alive() && lease.unsure();
        if (news) {
            lease.start(nowMillis(), lease.ttlMillis());
            schedule(lease);
            spread.heard(lease.entry());
        }
        return news;
    }

    void publish(Lease lease, Entry entry) {
        show(lease, entry);
        spread.changed(entry, false);
    }

    /// The same without a word to other nodes.
    void show(Lease lease, Entry entry) {
        lease.entry(entry);
        catalog.put(entry);
    }

    /// Has a lease that can end looked at when it may.
    void schedule(Lease lease) {
        if (lease.ttlMillis() > 0 && !lease.remote()) {
            wheels.get(Math.floorMod(lease.number(), wheels.size())).add(lease);
        }
    }

    /// Takes out a lease that has ended by itself.
    void drop(Lease lease) {
        forget(lease);
        spread.gone(lease.entry(), false);
    }

    /// Ends a lease as it was asked for.
    void end(Lease lease) {
        lease.end();
        forget(lease);
        spread.gone(lease.entry(), true);
    }

    /// The same without a word to other nodes.
    void forget(Lease lease) {
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
