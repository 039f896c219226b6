package io.heddle.registry.lease;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.admission.Admission;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.admission.Draft;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import io.heddle.registry.lease.clock.LeaseClock;
import io.heddle.registry.lease.token.Tokens;
import io.heddle.registry.probe.Prober;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The leases of all instances. Any thread may call. A beat takes no lock; whoever comes, changes or goes takes one.
public final class Leases {
    private final Admission admission;
    private final Membership membership;
    private final Suspects suspects;
    private final Expiry expiry;

    /// What leases stand on.
    ///
    /// @param time the time of day
    /// @param random draws the generations that make tokens hard to guess
    /// @param tokenKey the key of this registry's tokens, kept over restarts
    /// @param prober looks at suspected instances
    public record Surroundings(InstantSource time, RandomGenerator random, long tokenKey, Prober prober) {}

    /// Makes them over an empty catalog, to which nobody else writes.
    public Leases(LeaseSettings settings, AdmissionSettings limits, Catalog catalog, Surroundings around) {
        LeaseTable table = new LeaseTable(new Tokens(around.tokenKey()), around.random());
        this.admission = new Admission(limits);
        this.membership = new Membership(catalog, table, new LeaseClock(around.time()));
        this.suspects = new Suspects(membership, around.prober());
        this.expiry = new Expiry(membership, suspects, settings, limits.maxTtl());
    }

    /// The leases as one copy among those of other nodes.
    public Replica replica() {
        return new Copy(admission, membership);
    }

    /// The time of day as leases see it: it does not jump with the system's clock.
    public static InstantSource steadyTime() {
        return LeaseClock.steady();
    }

    /// Registers an instance, or renews and brings up to date the one with its identity.
    ///
    /// @return its lease token
    /// @throws io.heddle.contract.error.ServiceException 400 naming the field that is wrong, 429 when there is no
    ///     room
    public long register(Registration said) {
        return register(admission.draft(said));
    }

    /// Registers an instance that came through a facade, or renews and brings up to date the one with its identity.
    /// One that its client calls the same leaves: it has moved.
    ///
    /// @param ttl how long it lives without a beat; zero for one that stays until it is taken out
    /// @return its lease token
    /// @throws io.heddle.contract.error.ServiceException 400 naming the field that is wrong, 429 when there is no
    ///     room
    public long register(Registration said, Origin origin, Duration ttl) {
        return register(admission.draft(said, origin, ttl));
    }

    /// The lease token of an instance, for those who may change what is not theirs.
    public long token(Entry entry) {
        return membership.table().token(Membership.leaseOf(entry));
    }

    /// Has an instance that is there say something else of itself.
    ///
    /// @throws io.heddle.contract.error.ServiceException 400 naming the field that is wrong, 404 when it has left
    public void revise(Entry known, Registration said, Origin origin) {
        Draft draft = admission.draft(said, origin, known.details().ttl());
        membership.change(() -> update(draft, membership.living(token(known)).entry()));
    }

    private long register(Draft draft) {
        Optional<Lease> repeated =
                find(draft).filter(draft::repeats).map(Membership::leaseOf).filter(membership::beat);
        Lease lease = repeated.orElseGet(() -> membership.change(() -> admit(draft)));
        return membership.table().token(lease);
    }

    private Optional<Entry> find(Draft draft) {
        return membership.catalog().find(draft.name(), draft.service());
    }

    private Lease admit(Draft draft) {
        Optional<Entry> former = former(draft);
        Lease lease = find(draft).map(known -> update(draft, known)).orElseGet(() -> add(draft, former));
        former.map(Membership::leaseOf).ifPresent(membership::end);
        return lease;
    }

    /// Where the instance was that a client of a facade calls so, when it has moved.
    private Optional<Entry> former(Draft draft) {
        return Optional.of(draft.origin())
                .filter(Origin::foreign)
                .flatMap(membership.catalog()::find)
                .filter(entry ->
                        !entry.name().equals(draft.name()) || !entry.service().equals(draft.service()));
    }

    private Lease add(Draft draft, Optional<Entry> former) {
        if (former.filter(entry -> entry.name().equals(draft.name())).isEmpty()) {
            admission.room(draft.name(), membership.catalog());
        }
        Lease lease = membership.table().add();
        Entry entry = draft.fresh(lease, membership.nowMillis());
        membership.begin(lease, entry);
        expiry.returned(entry);
        return lease;
    }

    private Lease update(Draft draft, Entry known) {
        Lease lease = Membership.leaseOf(known);
        membership.begin(lease, draft.over(known));
        return lease;
    }

    /// Takes a beat.
    ///
    /// @return false when the lease is unknown and the instance must register again
    public boolean renew(long token) {
        Optional<Lease> lease = membership.table().find(token);
        if (lease.isEmpty() || !membership.beat(lease.get())) {
            return false;
        }
        if (lease.get().entry().status() == InstanceStatus.SUSPECT) {
            suspects.confirm(lease.get());
        }
        return true;
    }

    /// Takes many beats.
    ///
    /// @return the tokens that are unknown
    /// @throws io.heddle.contract.error.ServiceException 400 when there are too many
    public List<Long> renewAll(List<Long> tokens) {
        admission.batch(tokens.size());
        return tokens.stream().filter(token -> !renew(token)).toList();
    }

    /// Changes the status or the weight of an instance.
    ///
    /// @throws io.heddle.contract.error.ServiceException 404 for an unknown lease, 400 for what may not be set
    public void change(long token, LeaseChange change) {
        change.weight().ifPresent(Admission::checkWeight);
        change.status().ifPresent(Admission::checkStatus);
        membership.change(() -> apply(membership.living(token), change));
    }

    private boolean apply(Lease lease, LeaseChange change) {
        Entry entry = lease.entry();
        Entry weighed = change.weight().map(entry::with).orElse(entry);
        Entry next = change.status().map(status -> weighed.with(status, false)).orElse(weighed);
        boolean differs = !next.equals(entry);
        if (differs) {
            membership.publish(lease, next);
        }
        return differs;
    }

    /// Ends a lease.
    ///
    /// @throws io.heddle.contract.error.ServiceException 404 for an unknown one
    public void deregister(long token) {
        membership.change(() -> {
            Lease lease = membership.living(token);
            membership.end(lease);
            return lease;
        });
    }

    /// Checks that a lease is there.
    ///
    /// @throws io.heddle.contract.error.ServiceException 404 for an unknown one
    public void require(long token) {
        membership.living(token);
    }

    /// Says that the instance was lost sight of: it is suspect at once and probed.
    public void suspect(long token) {
        membership.find(token).ifPresent(suspects::suspect);
    }

    /// Lets go of what has not beaten in time. To be called about every 100 ms by one thread.
    public void tick() {
        expiry.tick();
    }

    /// All leases as they are kept over a restart; one that comes or goes meanwhile may be among them or not.
    public Stream<Saved> saved() {
        return membership.catalog().entries().map(entry -> Saved.of(token(entry), entry));
    }

    /// Brings back leases under their tokens, each with one full time to live to beat again. Called before
    /// anything else.
    public void restore(List<Saved> leases) {
        membership.change(() -> {
            leases.stream()
                    .sorted(Comparator.comparingInt(saved -> membership.table().number(saved.token())))
                    .forEach(this::restore);
            return leases;
        });
    }

    private void restore(Saved saved) {
        Lease lease = membership.table().restore(saved.token());
        membership.begin(lease, admission.shared(saved.entry(lease)).unheld());
    }
}
