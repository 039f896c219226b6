package io.heddle.kit.client.balance;

import io.heddle.kit.client.balance.Targets.Target;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// A service as a caller sees it: its instances now, and the pick of one. Safe for use by any thread; picking takes no
/// lock.
public final class Upstream {
    private final String service;
    private final Resolver resolver;
    private final Picker picker;
    private final Ejections ejections;
    private volatile Snapshot snapshot;

    /// The instances of one moment, in the order of the resolver.
    record Snapshot(Targets source, Instance[] instances, Ring ring) {
        /// Whether it was made of that very object: a resolver gives another one only for a change.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Targets targets) {
            return source == targets;
        }
    }

    private Upstream(String service, Resolver resolver, BalanceSettings settings, Supplier<RandomGenerator> random) {
        this.service = service;
        this.resolver = resolver;
        this.picker = Picker.of(settings, random);
        this.ejections = new Ejections(settings);
        this.snapshot = new Snapshot(Targets.none(service), new Instance[0], Ring.EMPTY);
    }

    /// A service found by a resolver.
    ///
    /// @param random gives a generator for use by the calling thread
    public static Upstream of(
            String service, Resolver resolver, BalanceSettings settings, Supplier<RandomGenerator> random) {
        return new Upstream(service, resolver, settings, random);
    }

    /// Picks an instance and counts the request in.
    ///
    /// @param hash what decides by consistent hash; other policies do not look at it
    /// @param tried instances to leave out while there are others
    /// @return empty only when the service has no instance at all
    public Optional<Node> pick(int hash, Collection<Node> tried) {
        Snapshot now = current();
        if (now.instances.length == 0) {
            return Optional.empty();
        }
        Instance picked = picker.pick(now, hash, tried);
        picked.begin();
        return Optional.of(picked);
    }

    /// Whether there is an instance beside so many others.
    public boolean hasMoreThan(int others) {
        return current().instances.length > others;
    }

    /// Its instances with what is known of them.
    public List<Node> nodes() {
        return List.of(current().instances);
    }

    /// The name of the service.
    public String service() {
        return service;
    }

    private Snapshot current() {
        Targets targets = resolver.targets(service);
        Snapshot now = snapshot;
        return now.isOf(targets) ? now : follow(targets);
    }

    /// Takes a change over; an instance that stays keeps what is known of it.
    private synchronized Snapshot follow(Targets targets) {
        if (snapshot.isOf(targets)) {
            return snapshot;
        }
        Map<String, Instance> known = new HashMap<>();
        for (Instance instance : snapshot.instances) {
            known.put(instance.target().id(), instance);
        }
        Instance[] instances =
                targets.all().stream().map(target -> keep(known, target)).toArray(Instance[]::new);
        known.values().forEach(Instance::gone);
        ejections.total(instances.length);
        snapshot = new Snapshot(targets, instances, picker.ring(Arrays.asList(instances)));
        return snapshot;
    }

    private Instance keep(Map<String, Instance> known, Target target) {
        Instance instance = known.remove(target.id());
        if (instance == null) {
            return new Instance(target, ejections);
        }
        instance.update(target);
        return instance;
    }
}
