package io.heddle.configcenter.watch;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.kit.configcenter.ConfigApi;
import io.heddle.kit.configcenter.ConfigState;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.kit.watch.Watchers;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Answers those who watch. Any thread may call.
public final class EntryWatch implements ConfigApi, AutoCloseable {
    private static final String FIELD = "entries";
    private static final int LONGEST_INSTANCE = 255;

    private final Watchers<Interest, ConfigState> watchers;
    private final WatchSettings settings;
    private final Supplier<Catalog> catalog;

    /// Makes it; nobody is told of a change before {@link #open}.
    public EntryWatch(WatchSettings settings, Supplier<Catalog> catalog, RandomGenerator random) {
        this.settings = settings;
        this.catalog = catalog;
        this.watchers = new Watchers<>(settings, new Entries(catalog), random);
    }

    /// Begins to tell of changes.
    public void open() {
        watchers.open();
    }

    /// Entries changed, named by their config and service, and tokens may have ended: who watches with one hears
    /// no more.
    public void hear(Set<String> watched, long revision) {
        watchers.end(interest -> !interest.holds(catalog.get()));
        watchers.hear(watched, revision);
    }

    /// How many watch now.
    public int count() {
        return watchers.count();
    }

    @Override
    public ConfigState watch(List<String> entries, String instance, long since, Duration wait) {
        Interest interest = interest(entries, instance);
        catchUp(since);
        return watchers.await(FIELD, interest, since, wait);
    }

    @Override
    public Events<ConfigState> events(List<String> entries, String instance, long since, Optional<Long> lastEventId) {
        Interest interest = interest(entries, instance);
        long known = lastEventId.orElse(since);
        catchUp(known);
        Events<ConfigState> stream = watchers.stream(FIELD, interest, known, () -> {});
        if (!interest.holds(catalog.get())) {
            stream.close();
        }
        return stream;
    }

    /// Nobody is taken back to what was before the revision that another node told them of.
    private void catchUp(long since) {
        if (!catalog.get().reach(since)) {
            throw ServiceException.of(Status.UNAVAILABLE, "this node has not caught up with that revision yet");
        }
    }

    private Interest interest(List<String> texts, String instance) {
        require(instance.length() <= LONGEST_INSTANCE, "instance", "must be at most 255 characters");
        Set<EntryKey> entries = new LinkedHashSet<>();
        for (String some : texts) {
            for (String text : some.split(",", -1)) {
                entries.add(entry(text));
                require(entries.size() <= settings.names(), FIELD, "must be at most " + settings.names() + " entries");
            }
        }
        require(!entries.isEmpty(), FIELD, "must name at least one entry");
        Visitor visitor = Visitor.current();
        entries.forEach(entry -> visitor.mayRead(entry.service()));
        Optional<String> owns = visitor.owns()
                .filter(service ->
                        entries.stream().anyMatch(entry -> entry.service().equals(service)));
        return new Interest(entries, instance, owns, visitor.token());
    }

    private static EntryKey entry(String text) {
        int slash = text.indexOf('/');
        require(slash > 0, FIELD, "must be like log/blogger or */blogger");
        String config = text.substring(0, slash);
        String service = text.substring(slash + 1);
        try {
            return config.equals(Interest.ALL)
                    ? new EntryKey(
                            config,
                            EntryKey.of("any", service).service(),
                            EntryKey.of("any", service).label())
                    : EntryKey.of(config, service);
        } catch (ServiceException e) {
            throw ServiceException.invalid(FIELD, "must be like log/blogger or */blogger: " + e.sentence());
        }
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw ServiceException.invalid(field, message);
        }
    }

    /// Ends every watch.
    @Override
    public void close() {
        watchers.close();
    }
}
