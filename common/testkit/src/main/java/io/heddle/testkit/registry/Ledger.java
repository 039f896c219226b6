package io.heddle.testkit.registry;

import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// All leases, and who left when. One lock guards it; it is held for moments only.
final class Ledger {
    static final String ALL = "*";

    /// How often one who waits looks whether the clock has ended a lease.
    private static final long LOOK_MS = 5;

    private final InstantSource clock;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();
    private long revision = 1;
    private long lastToken;

    private record Left(String name, String service, long revision) {}

    Ledger(InstantSource clock) {
        this.clock = clock;
    }

    synchronized long revision() {
        expire();
        return revision;
    }

    synchronized Entry register(Registration said) {
        expire();
        Instant now = clock.instant();
        Optional<Entry> known = entries.values().stream()
                .filter(entry -> entry.is(said.name(), said.service()))
                .findFirst();
        Entry entry = known.map(old -> renewed(old, said, now))
                .orElseGet(() -> new Entry(++lastToken, said, now, now, next()));
        entries.put(entry.token(), entry);
        return entry;
    }

    private Entry renewed(Entry old, Registration said, Instant now) {
        Registration merged = old.renewedBy(said);
        return merged.equals(old.said())
                ? old.beatAt(now)
                : old.changedTo(merged, next()).beatAt(now);
    }

    private long next() {
        notifyAll();
        return ++revision;
    }

    synchronized boolean renew(long token) {
        expire();
        return entries.computeIfPresent(token, (_, entry) -> entry.beatAt(clock.instant())) != null;
    }

    synchronized boolean change(long token, UnaryOperator<Registration> change) {
        expire();
        return entries.computeIfPresent(token, (_, entry) -> entry.changedTo(change.apply(entry.said()), next()))
                != null;
    }

    synchronized boolean end(long token) {
        expire();
        return remove(token);
    }

    private boolean remove(long token) {
        Entry entry = entries.remove(token);
        if (entry != null) {
            left.add(new Left(entry.said().name(), entry.said().service(), next()));
        }
        return entry != null;
    }

    private void expire() {
        Instant now = clock.instant();
        entries.values().stream()
                .filter(entry -> entry.over(now))
                .map(Entry::token)
                .toList()
                .forEach(this::remove);
    }

    synchronized Map<String, List<Instance>> services() {
        expire();
        return shown(List.of(ALL), 0);
    }

    private Map<String, List<Instance>> shown(List<String> names, long since) {
        Map<String, List<Instance>> services = new TreeMap<>();
        entries.values().stream()
                .filter(entry ->
                        entry.revision() > since && wanted(names, entry.said().name()))
                .forEach(entry -> services.computeIfAbsent(entry.said().name(), _ -> new ArrayList<>())
                        .add(entry.instance()));
        return services;
    }

    private static boolean wanted(List<String> names, String name) {
        return names.contains(ALL) || names.contains(name);
    }

    /// What happened after a revision; all there is after none, or after one that this registry never gave.
    synchronized Changes since(List<String> names, long since) {
        expire();
        if (since == 0 || since > revision) {
            return new Changes(revision, true, all(names), Map.of());
        }
        Map<String, List<Instance>> came = shown(names, since);
        Map<String, List<String>> gone = new HashMap<>();
        left.stream()
                .filter(step -> step.revision() > since && wanted(names, step.name()))
                .filter(step -> entries.values().stream().noneMatch(entry -> entry.is(step.name(), step.service())))
                .forEach(step -> gone.computeIfAbsent(step.name(), _ -> new ArrayList<>())
                        .add(step.service()));
        return new Changes(revision, false, came, gone);
    }

    /// The instances of each service that is watched, of those without any too.
    private Map<String, List<Instance>> all(List<String> names) {
        Map<String, List<Instance>> services = shown(names, 0);
        names.stream().filter(name -> !name.equals(ALL)).forEach(name -> services.putIfAbsent(name, List.of()));
        return services;
    }

    /// The same, after a wait when nothing has happened yet.
    synchronized Changes await(List<String> names, long since, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Changes changes = since(names, since);
        while (changes.empty()
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            try {
                wait(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            changes = since(names, since);
        }
        return changes;
    }
}
