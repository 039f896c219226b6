package io.heddle.registry.watch;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Events;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.registry.catalog.Catalog;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// All who watch the catalog. Any thread may call.
public final class Watchers implements AutoCloseable {
    private static final String FIELD = "services";

    private final io.heddle.kit.watch.Watchers<Set<String>, Changes> watchers;
    private final Catalog catalog;
    private final WatchSettings settings;
    private final Bindings bindings = new Bindings();
    private volatile boolean closing;

    /// Makes them; nobody is told of a change before {@link #open}.
    public Watchers(WatchSettings settings, Catalog catalog, RandomGenerator random) {
        this.settings = settings;
        this.catalog = catalog;
        this.watchers = new io.heddle.kit.watch.Watchers<>(settings, new Services(catalog), random);
    }

    /// Begins to tell of changes.
    public void open() {
        catalog.listen(watchers::hear);
        watchers.open();
    }

    /// How many watch now.
    public int count() {
        return watchers.count();
    }

    /// Waits until one of the services changed after the revision; at most that long and a little, and not after
    /// the one who asked has gone.
    ///
    /// @throws ServiceException 400 naming the field that is wrong, 429 when too many watch
    public Changes await(Collection<String> services, long since, Duration wait) {
        return watchers.await(FIELD, names(services), since, wait);
    }

    /// What happened after the revision and what happens from now on.
    ///
    /// @throws ServiceException 400 naming the field that is wrong, 429 when too many watch
    public Events<Changes> stream(Collection<String> services, long since) {
        return watchers.stream(FIELD, names(services), since, () -> {});
    }

    /// The same, bound to a lease.
    ///
    /// @param onLoss run when the last stream of that lease ends before the registry does
    public Events<Changes> stream(Collection<String> services, long since, long lease, Runnable onLoss) {
        Events<Changes> stream = watchers.stream(FIELD, names(services), since, () -> {
            if (bindings.release(lease) && !closing) {
                onLoss.run();
            }
        });
        bindings.bind(lease);
        return stream;
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
                        "must be names of 1 to 63 lower case letters, digits, dots, dashes or underscores");
                names.add(name);
                require(
                        names.size() <= settings.names(),
                        "too_many_names",
                        "must be at most " + settings.names() + " names");
            }
        }
        require(!names.isEmpty(), "invalid_name", "must name at least one service");
        return names;
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw new ServiceException(
                    Status.BAD_REQUEST, code, FIELD + " " + message, List.of(new Violation(FIELD, message)));
        }
    }

    /// Ends every watch; no instance is suspected for it.
    @Override
    public void close() {
        closing = true;
        watchers.close();
    }
}
