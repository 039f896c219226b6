package io.heddle.kit.watch;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Events;
import io.heddle.kit.task.Hangup;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// All who watch one thing. Any thread may call.
///
/// @param <S> what one watcher looks at
/// @param <C> what is told of changes
public final class Watchers<S, C> implements AutoCloseable {
    /// Polls that began together should not end together: up to this part of the wait is added (as Consul does).
    private static final int JITTER = 16;

    private final ConcurrentHashMap<S, Selection<S, C>> selections = new ConcurrentHashMap<>();
    private final Watched<S, C> source;
    private final WatchSettings settings;
    private final RandomGenerator random;
    private final Semaphore room;
    private final Herald herald;

    /// Makes them; nobody is told of a change before {@link #open}.
    public Watchers(WatchSettings settings, Watched<S, C> source, RandomGenerator random) {
        this.settings = settings;
        this.source = source;
        this.random = random;
        this.room = new Semaphore(settings.watchers());
        this.herald = new Herald(settings.gather().toNanos(), this::tell);
    }

    /// Begins to tell of changes.
    public void open() {
        herald.start();
    }

    /// Something of that name changed at a revision.
    public void hear(String name, long revision) {
        hear(Set.of(name), revision);
    }

    /// All that changed at a revision; more of the same revision must not follow.
    public void hear(Set<String> names, long revision) {
        herald.hear(names, revision);
    }

    private void tell(Herald.Batch batch) {
        selections.values().forEach(selection -> selection.tell(batch.names(), batch.until()));
    }

    /// How many watch now.
    public int count() {
        return settings.watchers() - room.availablePermits();
    }

    /// Waits until the subject changed after the revision; at most that long and a little, and not after the one
    /// who asked has gone.
    ///
    /// @param field what names the subject in the request, for the message
    /// @throws ServiceException 400 naming the field that is wrong, 429 when too many watch
    public C await(String field, S subject, long since, Duration wait) {
        if (wait.isNegative() || wait.compareTo(settings.longest()) > 0) {
            String message = "must be from 0s to " + settings.longest().toSeconds() + "s";
            throw refusal(Status.BAD_REQUEST, "invalid_wait", "wait", message);
        }
        Watch<S, C> watch = begin(field, subject, since, () -> {});
        try (Hangup _ = Hangup.listen(watch::close)) {
            long millis = wait.toMillis();
            return watch.await(Duration.ofMillis(millis + random.nextLong(millis / JITTER + 1)));
        } finally {
            watch.close();
        }
    }

    /// What happened after the revision and what happens from now on.
    ///
    /// @param field what names the subject in the request, for the message
    /// @param onEnd run when the stream has ended
    /// @throws ServiceException 400 naming the field that is wrong, 429 when too many watch
    public Events<C> stream(String field, S subject, long since, Runnable onEnd) {
        return begin(field, subject, since, onEnd);
    }

    private Watch<S, C> begin(String field, S subject, long since, Runnable onEnd) {
        if (since < 0) {
            throw refusal(
                    Status.BAD_REQUEST, "invalid_since", "since", "must be 0 or a revision that was given before");
        }
        if (!room.tryAcquire()) {
            String message = "cannot be watched: " + settings.watchers() + " watch already";
            throw refusal(Status.TOO_MANY_REQUESTS, "too_many_watchers", field, message);
        }
        Selection<S, C> selection = selections.compute(
                subject, (_, known) -> (known == null ? new Selection<>(source, subject) : known).reserve());
        Watch<S, C> watch = new Watch<>(selection, since, settings.alive(), ended -> end(ended, onEnd));
        selection.add(watch);
        return watch;
    }

    private void end(Watch<S, C> watch, Runnable onEnd) {
        selections.computeIfPresent(
                watch.selection().subject(), (_, selection) -> selection.remove(watch) ? null : selection);
        room.release();
        onEnd.run();
    }

    private static ServiceException refusal(Status status, String code, String field, String message) {
        return new ServiceException(status, code, field + " " + message, List.of(new Violation(field, message)));
    }

    /// Ends the watches of some subjects.
    public void end(Predicate<? super S> which) {
        List<Watch<S, C>> open = selections.values().stream()
                .filter(selection -> which.test(selection.subject()))
                .flatMap(selection -> selection.watches().stream())
                .toList();
        open.forEach(Watch::close);
    }

    /// Ends every watch.
    @Override
    public void close() {
        herald.close();
        end(_ -> true);
    }
}
