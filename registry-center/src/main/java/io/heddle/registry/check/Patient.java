package io.heddle.registry.check;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.reach.Health;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Leases;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One instance that is checked.
final class Patient {
    private final Entry admitted;
    private final Catalog catalog;
    private final Leases leases;
    private final Predicate<Entry> mine;
    private volatile List<Course> courses = List.of();
    private volatile boolean over;

    /// Makes one without checks yet.
    ///
    /// @param admitted the instance as it was when its checks were read
    Patient(Entry admitted, Catalog catalog, Leases leases, Predicate<Entry> mine) {
        this.admitted = admitted;
        this.catalog = catalog;
        this.leases = leases;
        this.mine = mine;
    }

    /// Gives it its checks, once.
    void courses(List<Course> all) {
        courses = List.copyOf(all);
    }

    List<Course> courses() {
        return courses;
    }

    /// Whether its checks are still those of that entry.
    boolean fits(Entry entry) {
        return admitted.origin().equals(entry.origin())
                && admitted.details().metadata().equals(entry.details().metadata());
    }

    void end() {
        over = true;
        courses.forEach(Course::end);
    }

    /// The instance as it is now.
    Optional<Entry> entry() {
        return catalog.find(admitted.name(), admitted.service());
    }

    boolean mine() {
        return entry().filter(mine).isPresent();
    }

    /// What its status says of its checks.
    Health seen() {
        return entry().filter(entry -> entry.status() == InstanceStatus.DOWN).isPresent()
                ? Health.CRITICAL
                : Health.PASSING;
    }

    /// One of its checks changed its mind, which those who look at checks are told even if the instance stays as it is.
    void moved() {
        if (!settle() && !over) {
            catalog.touch(admitted.name(), admitted.service());
        }
    }

    Health verdict() {
        return courses.stream().map(course -> course.state().health()).reduce(Health.PASSING, Health::or);
    }

    /// Says to the leases what the checks say. What a person took out of everyone's choice stays so.
    ///
    /// @return whether the instance is another now
    boolean settle() {
        boolean changed = false;
        Health said;
        do {
            said = verdict();
            Health verdict = said;
            changed |=
                    entry().filter(mine).filter(entry -> apply(entry, verdict)).isPresent();
        } while (!over && said != verdict());
        return changed;
    }

    private boolean apply(Entry entry, Health verdict) {
        InstanceStatus wanted = verdict == Health.CRITICAL ? InstanceStatus.DOWN : InstanceStatus.UP;
        boolean differs = !over && entry.status() != InstanceStatus.DRAINING && entry.status() != wanted;
        if (differs) {
            unlessGone(
                    () -> leases.change(leases.token(entry), new LeaseChange(Optional.of(wanted), Optional.empty())));
        }
        return differs;
    }

    /// Takes the instance out: it was critical for too long.
    void giveUp() {
        entry().ifPresent(entry -> unlessGone(() -> leases.deregister(leases.token(entry))));
    }

    /// An instance may leave at any moment; the catalog tells, and its checks end.
    private static void unlessGone(Runnable change) {
        try {
            change.run();
        } catch (ServiceException e) {
            if (e.status() != Status.NOT_FOUND) {
                throw e;
            }
        }
    }
}
