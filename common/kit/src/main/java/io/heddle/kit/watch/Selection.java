package io.heddle.kit.watch;

import io.heddle.contract.reply.Event;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Those who watch the same subject. What changed is worked out once, and all of them are given the very same
/// event, so that it is written out once too.
final class Selection<S, C> {
    private final Watched<S, C> source;
    private final S subject;
    private final Set<Watch<S, C>> watches = ConcurrentHashMap.newKeySet();
    private int reserved;
    private volatile Round<C> round;

    /// What was told last.
    ///
    /// @param base who has seen that much has missed nothing that was told earlier
    /// @param told up to where these events tell
    /// @param until up to where nothing else happened
    /// @param events by the revision that they begin at
    private record Round<C>(long base, long told, long until, ConcurrentHashMap<Long, Event<C>> events) {}

    Selection(Watched<S, C> source, S subject) {
        this.source = source;
        this.subject = subject;
        long now = source.revision();
        this.round = new Round<>(now, now, now, new ConcurrentHashMap<>());
    }

    S subject() {
        return subject;
    }

    Set<Watch<S, C>> watches() {
        return watches;
    }

    /// Counts one more who is about to be added; called for one at a time, as is `remove`.
    Selection<S, C> reserve() {
        reserved++;
        return this;
    }

    void add(Watch<S, C> watch) {
        watches.add(watch);
    }

    /// True when it was the last one.
    boolean remove(Watch<S, C> watch) {
        watches.remove(watch);
        return --reserved == 0;
    }

    /// Something changed up to a revision. Only one thread tells.
    void tell(Set<String> changed, long until) {
        Round<C> last = round;
        if (!source.about(subject, changed)) {
            round = new Round<>(last.base, last.told, Math.max(last.until, until), last.events);
            return;
        }
        round = new Round<>(last.until, until, Math.max(last.until, until), new ConcurrentHashMap<>());
        watches.forEach(Watch::stir);
    }

    /// What happened when it first looks: nobody else need stand at that revision.
    Event<C> first(long since) {
        return event(source.changes(subject, since, source.revision()));
    }

    /// What was told since; null when there is nothing. It may repeat what the watch learnt while it was being
    /// told.
    @Nullable
    Event<C> news(long since) {
        Round<C> last = round;
        if (since >= last.told) {
            return null;
        }
        Event<C> found = last.events.computeIfAbsent(
                since >= last.base ? last.base : since, from -> event(source.changes(subject, from, last.told)));
        return source.empty(found.data()) ? null : found;
    }

    /// A sign of life for one to whom there is nothing to tell.
    Event<C> quiet(long since) {
        Round<C> last = round;
        return event(source.none(since >= last.told ? Math.max(since, last.until) : since));
    }

    boolean empty(C changes) {
        return source.empty(changes);
    }

    long revision(C changes) {
        return source.revision(changes);
    }

    private Event<C> event(C changes) {
        return Event.of(Long.toString(source.revision(changes)), changes);
    }
}
