package io.heddle.registry.consul;

import io.heddle.kit.watch.Watched;
import io.heddle.registry.catalog.Catalog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// The index of each service: the revision of its last change. It never goes back, not even when the service has left,
/// nor over a restart, since revisions do not.
final class Indexes implements Watched<Indexes.Subject, Indexes.Seen> {
    /// The most services that are remembered after they have left.
    private static final int MOST = 20_000;

    private final ConcurrentHashMap<String, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong floor;
    private final Catalog catalog;
    private final LongSupplier listing;
    private volatile long heard;

    /// What a query is about.
    ///
    /// @param name of a service, empty for others
    /// @param what kind of query
    record Subject(String name, Kind what) {
        static Subject service(String name) {
            return new Subject(name, Kind.SERVICE);
        }
    }

    /// The kinds of queries.
    enum Kind {
        /// One service.
        SERVICE,
        /// Which services and tags there are.
        NAMES,
        /// Anything.
        ALL
    }

    /// Whether something happened up to a revision.
    record Seen(long revision, boolean moved) {}

    /// @param listing the index of the list of services
    Indexes(Catalog catalog, LongSupplier listing) {
        this.catalog = catalog;
        this.listing = listing;
        this.floor = new AtomicLong(catalog.revision());
        this.heard = catalog.revision();
    }

    /// Something about a service changed; told in order.
    void changed(String name, long revision) {
        if (last.size() >= MOST && catalog.revision(name) == 0) {
            floor.accumulateAndGet(revision, Math::max);
            last.remove(name);
        } else {
            last.put(name, revision);
        }
        heard = revision;
    }

    long index(Subject subject) {
        return switch (subject.what()) {
            case SERVICE -> last.getOrDefault(subject.name(), floor.get());
            case NAMES -> listing.getAsLong();
            case ALL -> heard;
        };
    }

    @Override
    public long revision() {
        return heard;
    }

    @Override
    public Seen changes(Subject subject, long since, long until) {
        return new Seen(Math.max(since, until), index(subject) > since);
    }

    @Override
    public Seen none(long revision) {
        return new Seen(revision, false);
    }

    @Override
    public long revision(Seen seen) {
        return seen.revision();
    }

    @Override
    public boolean empty(Seen seen) {
        return !seen.moved();
    }

    @Override
    public boolean about(Subject subject, Set<String> changed) {
        return subject.what() != Kind.SERVICE || changed.contains(subject.name());
    }
}
