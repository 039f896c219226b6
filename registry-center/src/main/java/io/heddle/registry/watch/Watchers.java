package io.heddle.registry.watch;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Events;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.task.Hangup;
import io.heddle.registry.catalog.Catalog;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// All who watch the catalog. Any thread may call.
public final class Watchers implements AutoCloseable {
    /// Polls that began together should not end together: up to this part of the wait is added (as Consul does).
    private static final int JITTER = 16;

    private final ConcurrentHashMap<Set<String>, Selection> selections = new ConcurrentHashMap<>();
    private final Catalog catalog;
    private final WatchSettings settings;
    private final RandomGenerator random;
    private final Semaphore room;
    private final Herald herald;
    private final Bindings bindings = new Bindings();
    private volatile boolean closing;

    /// Makes them; nobody is told of a change before {@link #open}.
    public Watchers(WatchSettings settings, Catalog catalog, RandomGenerator random) {
        this.settings = settings;
        this.catalog = catalog;
        this.random = random;
        this.room = new Semaphore(settings.watchers());
        this.herald = new Herald(settings.gather().toNanos(), this::tell);
    }

    /// Begins to tell of changes.
    public void open() {
        catalog.listen(herald::hear);
        herald.start();
    }

    private void tell(Herald.Batch batch) {
        selections.values().forEach(selection -> selection.tell(batch.names(), batch.until()));
    }

    /// How many watch now.
    public int count() {
        return settings.watchers() - room.availablePermits();
    }

    /// Waits until one of the services changed after the revision; at most that long and a little, and not after the
    /// one who asked has gone.
    ///
    /// @throws ServiceException 400 naming the field that is wrong, 429 when too many watch
    public Changes await(Collection<String> services, long since, Duration wait) {
        require(
                !wait.isNegative() && wait.compareTo(settings.longest()) <= 0,
                "invalid_wait",
                "wait",
                "must be from 0s to " + settings.longest().toSeconds() + "s");
        Watch watch = begin(services, since, _ -> {});
        try (Hangup _ = Hangup.listen(watch::close)) {
            long millis = wait.toMillis();
            return watch.await(Duration.ofMillis(millis + random.nextLong(millis / JITTER + 1)));
        } finally {
            watch.close();
        }
    }

    /// What happened after the revision and what happens from now on.
    ///
    /// @throws ServiceException 400 naming the field that is wrong, 429 when too many watch
    public Events<Changes> stream(Collection<String> services, long since) {
        return begin(services, since, _ -> {});
    }

    /// The same, bound to a lease.
    ///
    /// @param onLoss run when the last stream of that lease ends before the registry does
    public Events<Changes> stream(Collection<String> services, long since, long lease, Runnable onLoss) {
        Watch watch = begin(services, since, ended -> {
            if (bindings.release(lease) && !closing) {
                onLoss.run();
            }
        });
        bindings.bind(lease);
        return watch;
    }

    private Watch begin(Collection<String> services, long since, Consumer<Watch> onEnd) {
        Set<String> names = names(services);
        require(since >= 0, "invalid_since", "since", "must be 0 or a revision that this registry gave");
        if (!room.tryAcquire()) {
            throw refusal(
                    Status.TOO_MANY_REQUESTS,
                    "too_many_watchers",
                    "services",
                    "cannot be watched: the registry has its " + settings.watchers() + " watchers");
        }
        return join(names, since, onEnd);
    }

    private Watch join(Set<String> names, long since, Consumer<Watch> onEnd) {
        Selection selection = selections.compute(
                names, (_, known) -> (known == null ? new Selection(catalog, names) : known).reserve());
        Watch watch = new Watch(selection, since, settings.alive(), ended -> end(ended, onEnd));
        selection.add(watch);
        return watch;
    }

    private void end(Watch watch, Consumer<Watch> onEnd) {
        selections.computeIfPresent(
                watch.selection().names(), (_, selection) -> selection.remove(watch) ? null : selection);
        room.release();
        onEnd.accept(watch);
    }

    private Set<String> names(Collection<String> services) {
        if (Catalog.ALL.containsAll(services) && !services.isEmpty()) {
            return Catalog.ALL;
        }
        Set<String> names = new HashSet<>();
        for (String some : services) {
            for (String name : some.split(",", -1)) {
                require(
                        ServiceName.valid(name),
                        "invalid_name",
                        "services",
                        "must be names of 1 to 63 lower case letters, digits, dots, dashes or underscores");
                names.add(name);
                require(
                        names.size() <= settings.names(),
                        "too_many_names",
                        "services",
                        "must be at most " + settings.names() + " names");
            }
        }
        require(!names.isEmpty(), "invalid_name", "services", "must name at least one service");
        return names;
    }

    private static void require(boolean holds, String code, String field, String message) {
        if (!holds) {
            throw refusal(Status.BAD_REQUEST, code, field, message);
        }
    }

    private static ServiceException refusal(Status status, String code, String field, String message) {
        return new ServiceException(status, code, field + " " + message, List.of(new Violation(field, message)));
    }

    /// Ends every watch; no instance is suspected for it.
    @Override
    public void close() {
        closing = true;
        herald.close();
        List<Watch> open = selections.values().stream()
                .flatMap(selection -> selection.watches().stream())
                .toList();
        open.forEach(Watch::close);
    }
}
