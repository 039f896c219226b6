package io.heddle.registry.eureka;

import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.Step;
import io.heddle.registry.entry.Entry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happened in the last three minutes, as long as the catalog remembers it all.
final class Deltas {
    private static final long WINDOW = Duration.ofMinutes(3).plusSeconds(5).toMillis();
    private static final long GRAIN = Duration.ofSeconds(1).toMillis();

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private final Catalog catalog;
    private final Applications applications;
    private final InstantSource time;
    private volatile @Nullable Made made;

    /// The last revision that was there before a second began.
    private record Mark(long millis, long before) {}

    /// An answer and what it was made of.
    private record Made(long since, long until, Ready ready) {}

    Deltas(Catalog catalog, Applications applications, InstantSource time) {
        this.catalog = catalog;
        this.applications = applications;
        this.time = time;
        marks.add(new Mark(time.millis(), catalog.revision()));
    }

    /// Something changed.
    synchronized void changed(long revision) {
        long now = time.millis();
        if (now - marks.getLast().millis >= GRAIN) {
            marks.add(new Mark(now, catalog.before(revision)));
        }
        forget(now);
    }

    /// What is older than the window is of no use, but for the one that the window began in.
    private void forget(long now) {
        while (marks.size() > 1 && now - second().millis > WINDOW) {
            marks.removeFirst();
        }
    }

    private Mark second() {
        var each = marks.iterator();
        each.next();
        return each.next();
    }

    /// The last revision of before the window: everything after it is told.
    private synchronized long since() {
        long now = time.millis();
        forget(now);
        boolean quiet = marks.size() == 1 && now - marks.getFirst().millis > WINDOW + GRAIN;
        return quiet ? catalog.revision() : marks.getFirst().before;
    }

    /// Every change of the window; empty when some are forgotten, and the caller has to fetch all.
    Optional<Ready> delta() {
        long since = since();
        Ready all = applications.all();
        long until = Math.max(since, catalog.revision());
        Made known = made;
        if (known != null && known.since == since && known.until == until) {
            return Optional.of(known.ready);
        }
        Optional<Ready> ready = catalog.steps(since, until).map(steps -> write(steps, all.hash()));
        ready.ifPresent(answer -> made = new Made(since, until, answer));
        return ready;
    }

    /// Of each instance only what became of it in the end; one that was not there before the window was added in it.
    private Ready write(List<Step> steps, String hash) {
        Map<String, Step> last = new LinkedHashMap<>();
        Set<String> fresh = new LinkedHashSet<>();
        for (Step step : steps) {
            Entry entry = step.entry();
            String key = Shown.app(entry) + '/' + Shown.id(entry);
            if (!last.containsKey(key) && !step.gone() && entry.registeredMillis() >= time.millis() - WINDOW) {
                fresh.add(key);
            }
            last.put(key, step);
        }
        List<Map<String, Object>> instances = new ArrayList<>();
        last.forEach((key, step) -> instances.add(Shown.instance(step.entry(), action(step, fresh.contains(key)))));
        return applications.some(instances, hash);
    }

    private static String action(Step step, boolean fresh) {
        return step.gone() ? "DELETED" : fresh ? "ADDED" : "MODIFIED";
    }
}
