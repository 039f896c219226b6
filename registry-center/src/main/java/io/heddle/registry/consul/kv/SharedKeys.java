package io.heddle.registry.consul.kv;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The keys of a cluster, in the store that its nodes share. The store decides each write by the version of its key;
/// a write is answered when this node has seen it.
final class SharedKeys implements KeyWrites {
    private static final int TRIES = 16;
    private static final Duration NEWS = Duration.ofSeconds(2);

    private final KeyTable table;
    private final KeyLimits limits;
    private final Store store;
    private final KeyPlaces places;
    private final KeyMirror mirror;
    private Optional<Store.Handle> watch = Optional.empty();

    SharedKeys(KeyTable table, KeyLimits limits, Store store, String root) {
        this.table = table;
        this.limits = limits;
        this.store = store;
        this.places = new KeyPlaces(root);
        this.mirror = new KeyMirror(table, store, places);
    }

    /// Waits a bounded time for the store's first word.
    @Override
    public void open() {
        watch = Optional.of(store.watch(places.root(), mirror));
        boolean _ = mirror.awaitLoaded(NEWS);
    }

    @Override
    public boolean put(String key, byte[] value, long flags, Optional<Long> expected) {
        limits.require(table, key, value);
        return decided(key, expected, known -> {
            KeyRecord record = new KeyRecord(
                    key, value, flags, known.map(KeyRecord::created).orElse(0L));
            return List.of(new Change.Put(places.of(key), record.json()));
        });
    }

    @Override
    public boolean delete(String key, Optional<Long> expected) {
        return decided(
                key,
                expected,
                known -> known.isEmpty() ? List.of() : List.of(new Change.Delete(places.of(key)), places.head()));
    }

    /// What a key becomes, given what it is.
    private interface Next {
        List<Change> of(Optional<KeyRecord> known);
    }

    private boolean decided(String key, Optional<Long> expected, Next next) {
        return answered(() -> {
            for (int tries = 0; tries < TRIES; tries++) {
                Optional<Item> item = item(places.of(key));
                long version = item.map(Item::version).orElse(Condition.ABSENT);
                long index = item.isEmpty() ? 0 : mirror.index(version);
                List<Change> changes = next.of(item.flatMap(KeyRecord::read));
                if (!KeyWrites.fits(index, expected)) {
                    return false;
                }
                OptionalLong done = changes.isEmpty()
                        ? OptionalLong.of(version)
                        : store.commit(List.of(new Condition(places.of(key), version)), changes);
                if (done.isPresent()) {
                    table.await(mirror.index(done.getAsLong()), NEWS);
                    return true;
                }
            }
            throw away("too many write this key at once");
        });
    }

    private Optional<Item> item(String place) {
        return store.range(place).items().stream()
                .filter(found -> found.key().equals(place))
                .findFirst();
    }

    @Override
    public void deleteUnder(String prefix) {
        List<KeyValue> all = List.copyOf(table.under(prefix));
        int most = Store.MOST_CHANGES - 1;
        for (int from = 0; from < all.size(); from += most) {
            List<Change> changes = new ArrayList<>();
            all.subList(from, Math.min(all.size(), from + most))
                    .forEach(value -> changes.add(new Change.Delete(places.of(value.key()))));
            changes.add(places.head());
            answered(() -> {
                store.commit(List.of(), changes).ifPresent(version -> table.await(mirror.index(version), NEWS));
                return true;
            });
        }
    }

    private boolean answered(Supplier<Boolean> work) {
        if (!mirror.loaded()) {
            throw away("the store that the nodes share has not answered yet");
        }
        try {
            return work.get();
        } catch (StoreAwayException e) {
            ServiceException failure = away("the store that the nodes share is away; it may have been written");
            failure.initCause(e);
            throw failure;
        }
    }

    private static ServiceException away(String why) {
        return new ServiceException(Status.UNAVAILABLE, "store_away", why, List.of());
    }

    @Override
    public void reach(long index, Duration limit) {
        table.await(index, limit);
    }

    @Override
    public void close() {
        watch.ifPresent(Store.Handle::close);
    }
}
