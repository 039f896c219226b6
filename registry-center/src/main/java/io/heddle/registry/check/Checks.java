package io.heddle.registry.check;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.reach.Health;
import io.heddle.registry.check.reach.Reach;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.lease.Leases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks the instances that want to be, each check a parked virtual thread. Any thread may call.
///
/// An instance with checks is judged by them: it is DOWN while one is critical and UP otherwise, whatever it says of
/// itself; but DRAINING stays.
public final class Checks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    /// The spread of the first looks at instances that have just registered.
    private static final Duration SOON = Duration.ofMillis(100);

    private final ConcurrentHashMap<String, Map<String, Patient>> patients = new ConcurrentHashMap<>();
    private final Set<String> stirred = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<String> changed = new LinkedBlockingQueue<>();
    private final CheckSettings settings;
    private final Catalog catalog;
    private final Leases leases;
    private final Around around;
    private final Reach reach;
    private final Thread follower = Thread.ofVirtual().name("checks").unstarted(this::follow);

    /// What they stand on.
    ///
    /// @param plan knows the checks of those who came through a facade
    /// @param random spreads the first looks
    /// @param mine whether this registry is the one that checks an instance
    public record Around(Plan plan, RandomGenerator random, Predicate<Entry> mine) {}

    /// Makes them; nothing is checked before {@link #open}.
    public Checks(CheckSettings settings, Catalog catalog, Leases leases, Around around) {
        this.settings = settings;
        this.catalog = catalog;
        this.leases = leases;
        this.around = around;
        this.reach = new Reach(settings.reach());
    }

    /// Begins with the instances that are there, their first looks spread over an interval, and follows the catalog.
    public void open() {
        catalog.listen((name, _) -> stir(name));
        catalog.names().forEach(name -> follow(name, settings.interval()));
        follower.start();
    }

    private void stir(String name) {
        if (stirred.add(name)) {
            changed.add(name);
        }
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String name = changed.take();
                stirred.remove(name);
                follow(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Brings the checks of a service up to date at once, as is done by itself soon after each of its changes.
    public void follow(String name) {
        follow(name, SOON);
    }

    private void follow(String name, Duration spread) {
        patients.compute(name, (_, known) -> {
            Map<String, Patient> next = new HashMap<>();
            Set<Patient> over = new HashSet<>(known == null ? Set.of() : known.values());
            for (Entry entry : catalog.entries(name)) {
                Patient same = known == null ? null : known.get(entry.service());
                Patient patient = same != null && same.fits(entry) ? same : admit(entry, spread);
                if (patient != null) {
                    next.put(entry.service(), patient);
                    over.remove(patient);
                }
            }
            over.forEach(Patient::end);
            return next.isEmpty() ? null : Map.copyOf(next);
        });
    }

    private @Nullable Patient admit(Entry entry, Duration spread) {
        List<Check> checks = checks(entry);
        if (checks.isEmpty()) {
            return null;
        }
        Patient patient = new Patient(entry, catalog, leases, around.mine());
        Health first = entry.status() == InstanceStatus.DOWN ? Health.CRITICAL : Health.PASSING;
        List<Course> courses = checks.stream()
                .map(check -> new Course(check, patient, reach, settings, first))
                .toList();
        patient.courses(courses);
        courses.forEach(course -> course.start(Duration.ofNanos(around.random().nextLong(spread.toNanos() + 1))));
        return patient;
    }

    /// What cannot be read was kept by another version; the instance stays as it is.
    private List<Check> checks(Entry entry) {
        try {
            List<Check> all = new ArrayList<>(around.plan().of(entry));
            all.addAll(new MetadataPlan().of(entry));
            return all;
        } catch (ServiceException e) {
            LOG.atWarn()
                    .addKeyValue("instance", entry.service())
                    .addKeyValue("error", e.sentence())
                    .log("the checks of an instance cannot be read");
            return List.of();
        }
    }

    /// Looks whether what metadata ask for can be checked; an address that is none is for others to refuse.
    ///
    /// @throws ServiceException 400 naming what is wrong
    public static void require(String service, Map<String, String> metadata) {
        if (MetadataPlan.addressed(service)) {
            MetadataPlan.asked(service, metadata);
        }
    }

    /// How the checks of an instance stand, empty when it has none.
    public List<State> states(Entry entry) {
        return patient(entry).stream()
                .flatMap(patient -> patient.courses().stream())
                .map(Course::state)
                .toList();
    }

    /// What the checks of an instance say together, empty when it has none.
    public Optional<Health> verdict(Entry entry) {
        return patient(entry).map(Patient::verdict);
    }

    /// Somebody says how an instance is. It is checked by this registry from then on: who is told may judge.
    ///
    /// @return false when it has no such check that waits to be told
    public boolean tell(Entry entry, String check, Health health, String output) {
        Optional<Course> told = patient(entry).stream()
                .flatMap(patient -> patient.courses().stream())
                .filter(course -> course.told() && course.id().equals(check))
                .findFirst();
        told.ifPresent(course -> {
            boolean _ = around.mine().test(entry) || leases.renew(leases.token(entry));
            course.tell(health, output);
        });
        return told.isPresent();
    }

    /// The instance that has a check of that name which waits to be told; looks through all of them.
    public Optional<Entry> holder(String check) {
        return patients.values().stream()
                .flatMap(some -> some.values().stream())
                .filter(patient -> patient.courses().stream()
                        .anyMatch(course -> course.told() && course.id().equals(check)))
                .findFirst()
                .flatMap(Patient::entry);
    }

    private Optional<Patient> patient(Entry entry) {
        return Optional.ofNullable(patients.getOrDefault(entry.name(), Map.of()).get(entry.service()));
    }

    /// How many instances are checked.
    public int count() {
        return patients.values().stream().mapToInt(Map::size).sum();
    }

    /// Ends every check.
    @Override
    public void close() {
        follower.interrupt();
        patients.keySet()
                .forEach(name -> patients.computeIfPresent(name, (_, known) -> {
                    known.values().forEach(Patient::end);
                    return null;
                }));
    }
}
