package io.heddle.registry.watch;

import io.heddle.contract.reply.Event;
import io.heddle.kit.registry.Changes;
import io.heddle.registry.catalog.Catalog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Those who watch the same services. What changed is worked out once, and all of them are given the very same event,
/// so that it is written out once too.
final class Selection {
    private final Catalog catalog;
    private final Set<String> names;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private int reserved;
    private volatile Round round;

    /// What was told last.
    ///
    /// @param base who has seen that much has missed nothing that was told earlier
    /// @param told up to where these events tell
    /// @param until up to where nothing else happened
    /// @param events by the revision that they begin at
    private record Round(long base, long told, long until, ConcurrentHashMap<Long, Event<Changes>> events) {}

    Selection(Catalog catalog, Set<String> names) {
        this.catalog = catalog;
        this.names = names;
        long now = catalog.revision();
        this.round = new Round(now, now, now, new ConcurrentHashMap<>());
    }

    Set<String> names() {
        return names;
    }

    Set<Watch> watches() {
        return watches;
    }

    /// Counts one more who is about to be added; called for one at a time, as is `remove`.
    Selection reserve() {
        reserved++;
        return this;
    }

    void add(Watch watch) {
        watches.add(watch);
    }

    /// True when it was the last one.
    boolean remove(Watch watch) {
        watches.remove(watch);
        return --reserved == 0;
    }

    /// Some services changed up to a revision. Only one thread tells.
    void tell(Set<String> changed, long until) {
        Round last = round;
        if (!about(changed)) {
            round = new Round(last.base, last.told, Math.max(last.until, until), last.events);
            return;
        }
        round = new Round(last.until, until, Math.max(last.until, until), new ConcurrentHashMap<>());
        watches.forEach(Watch::stir);
    }

    private boolean about(Set<String> changed) {
        if (names.equals(Catalog.ALL)) {
            return true;
        }
        if (changed.size() < names.size()) {
            return changed.stream().anyMatch(names::contains);
        }
        return names.stream().anyMatch(changed::contains);
    }

    /// What happened when it first looks: nobody else need stand at that revision.
    Event<Changes> first(long since) {
        return event(catalog.changes(names, since));
    }

    /// What was told since; null when there is nothing. It may repeat what the watch learnt while it was being told.
    @Nullable
    Event<Changes> news(long since) {
        Round last = round;
        if (since >= last.told) {
            return null;
        }
        Event<Changes> found = last.events.computeIfAbsent(
                since >= last.base ? last.base : since, from -> event(catalog.changes(names, from, last.told)));
        return found.data().empty() ? null : found;
    }

    /// A sign of life for one to whom there is nothing to tell.
    Event<Changes> quiet(long since) {
        Round last = round;
        return event(Changes.none(since >= last.told ? Math.max(since, last.until) : since));
    }

    private static Event<Changes> event(Changes changes) {
        return Event.of(Long.toString(changes.revision()), changes);
    }
}
