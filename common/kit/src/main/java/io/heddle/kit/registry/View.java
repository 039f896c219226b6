package io.heddle.kit.registry;

import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What this process knows of the others. Reads take no lock.
final class View {
    /// Stands for all services.
    static final Set<String> ALL = Set.of("*");

    private final ConcurrentHashMap<String, Known> services = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private volatile boolean dirty;

    /// One service: its instances by address, and those that are kept though the registry no longer names them.
    private static final class Known {
        private final Map<String, Instance> instances = new TreeMap<>();
        private final Map<String, Long> lingering = new HashMap<>();
        private final CountDownLatch answered = new CountDownLatch(1);
        private final long added;
        private volatile Targets targets;
        private volatile boolean settled;

        Known(String name, long added) {
            this.targets = Targets.none(name);
            this.added = added;
        }

        /// Whether its first users have waited for nothing.
        boolean useless() {
            return settled && targets.all().isEmpty();
        }
    }

    View(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// The targets of a service, null while its first users may still have to wait.
    @Nullable
    Targets targets(String service) {
        Known known = services.get(service);
        return known != null && known.settled ? known.targets : null;
    }

    /// The targets of a service for one who knows all: none when there is no such service.
    Targets ofAll(String service) {
        Known known = services.get(service);
        return known == null ? Targets.none(service) : known.targets;
    }

    /// Begins to know a service; false when it was known before, or too many are. One that turned out not to exist
    /// makes room for another.
    ///
    /// @param most the most services that may be known because they were asked for
    synchronized boolean add(String service, int most) {
        if (services.containsKey(service)) {
            return false;
        }
        if (services.size() >= most && !makeRoom()) {
            return false;
        }
        services.put(service, known(service));
        return true;
    }

    private boolean makeRoom() {
        Optional<String> useless = services.entrySet().stream()
                .filter(entry -> entry.getValue().useless())
                .min(Comparator.comparingLong(entry -> entry.getValue().added))
                .map(Map.Entry::getKey);
        useless.ifPresent(services::remove);
        return useless.isPresent();
    }

    Set<String> names() {
        return Set.copyOf(services.keySet());
    }

    /// Waits until the registry said something about the service, or for the rest of the time that its first users
    /// wait.
    Targets first(String service, Duration firstWait) {
        Known known = services.get(service);
        if (known == null) {
            return Targets.none(service);
        }
        long left = known.added + firstWait.toNanos() - nanos.getAsLong();
        if (left > 0 && known.targets.all().isEmpty()) {
            awaitAnswer(known, left);
        }
        known.settled = true;
        return known.targets;
    }

    private static void awaitAnswer(Known known, long nanos) {
        try {
            boolean _ = known.answered.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Known known(String name) {
        return new Known(name, nanos.getAsLong());
    }

    /// Takes over what happened.
    ///
    /// @param asked the names that the registry was asked for
    synchronized void apply(Changes changes, Set<String> asked) {
        if (changes.full()) {
            if (asked.equals(ALL)) {
                services.keySet().stream()
                        .filter(name -> !changes.services().containsKey(name))
                        .forEach(name -> replace(name, List.of()));
            }
            changes.services().forEach(this::replace);
            return;
        }
        changes.services().forEach((name, instances) -> {
            Known known = services.computeIfAbsent(name, this::known);
            instances.forEach(instance -> {
                known.instances.put(instance.service(), instance);
                known.lingering.remove(instance.service());
            });
            publish(name, known);
        });
        changes.gone().forEach((name, addresses) -> {
            Known known = services.computeIfAbsent(name, this::known);
            addresses.forEach(known.instances::remove);
            addresses.forEach(known.lingering::remove);
            publish(name, known);
        });
    }

    /// A registry that started anew with nothing does not know yet who is there: when most of a service is missing,
    /// what is missing is kept for as long as its instances may take to register again.
    private void replace(String name, List<Instance> instances) {
        Known known = services.computeIfAbsent(name, this::known);
        Map<String, Instance> missing = new TreeMap<>(known.instances);
        instances.forEach(instance -> missing.remove(instance.service()));
        boolean doubtful = missing.size() * 2 > known.instances.size();
        known.instances.clear();
        if (doubtful) {
            missing.values().forEach(instance -> linger(known, instance));
        } else {
            known.lingering.clear();
        }
        instances.forEach(instance -> {
            known.instances.put(instance.service(), instance);
            known.lingering.remove(instance.service());
        });
        publish(name, known);
        known.settled = true;
        known.answered.countDown();
    }

    private void linger(Known known, Instance instance) {
        long ttl = instance.ttl().movePointRight(9).longValue();
        known.instances.put(instance.service(), instance);
        known.lingering.putIfAbsent(instance.service(), nanos.getAsLong() + ttl);
    }

    /// Lets go of what lingered for its time.
    synchronized void prune() {
        services.forEach((name, known) -> {
            List<String> over = new ArrayList<>();
            known.lingering.forEach((address, end) -> {
                if (nanos.getAsLong() - end >= 0) {
                    over.add(address);
                }
            });
            if (!over.isEmpty()) {
                over.forEach(known.instances::remove);
                over.forEach(known.lingering::remove);
                publish(name, known);
            }
        });
    }

    private void publish(String name, Known known) {
        List<Target> up = targets(known, InstanceStatus.UP);
        Targets next = new Targets(name, up.isEmpty() ? targets(known, InstanceStatus.SUSPECT) : up);
        if (!next.equals(known.targets)) {
            known.targets = next;
        }
        dirty = true;
    }

    private static List<Target> targets(Known known, InstanceStatus status) {
        return known.instances.values().stream()
                .filter(instance -> instance.status() == status)
                .sorted(Comparator.comparing(Instance::service))
                .map(View::target)
                .toList();
    }

    private static Target target(Instance instance) {
        return new Target(
                instance.host() + ':' + instance.port(),
                instance.host(),
                instance.port(),
                instance.service().startsWith("https:"),
                instance.weight(),
                instance.zone());
    }

    synchronized List<Instance> instances(String service) {
        Known known = services.get(service);
        return known == null ? List.of() : List.copyOf(known.instances.values());
    }

    /// Whether something changed since it was last asked.
    synchronized boolean changed() {
        boolean was = dirty;
        dirty = false;
        return was;
    }

    /// All that is known, to be kept.
    synchronized Map<String, List<Instance>> all() {
        Map<String, List<Instance>> all = new TreeMap<>();
        services.forEach((name, known) -> all.put(name, List.copyOf(known.instances.values())));
        return all;
    }

    /// What was known before this process started; the registry knows better as soon as it answers.
    synchronized void restore(Map<String, List<Instance>> kept) {
        kept.forEach((name, instances) -> {
            Known known = services.computeIfAbsent(name, this::known);
            instances.forEach(instance -> known.instances.put(instance.service(), instance));
            publish(name, known);
        });
    }
}
