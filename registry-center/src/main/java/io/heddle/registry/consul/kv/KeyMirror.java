package io.heddle.registry.consul.kv;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import io.heddle.store.StoreListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows in the table what the store holds. An index is the version of a change above a base that all nodes share. A
/// store that has lost all is given a higher base, and back what is shown here.
final class KeyMirror implements StoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMirror.class);

    private final KeyTable table;
    private final Store store;
    private final KeyPlaces places;
    /// Used by the one thread that tells.
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> leaving = new HashSet<>();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile long base;

    KeyMirror(KeyTable table, Store store, KeyPlaces places) {
        this.table = table;
        this.store = store;
        this.places = places;
    }

    boolean awaitLoaded(Duration limit) {
        try {
            return loaded.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean loaded() {
        return loaded.getCount() == 0;
    }

    long index(long version) {
        return base + version;
    }

    @Override
    public void all(Listing listing) {
        Optional<Item> found = listing.items().stream()
                .filter(item -> item.key().equals(places.base()))
                .findFirst();
        if (found.isEmpty()) {
            Thread.ofVirtual().name("keys-base").start(this::begin);
            return;
        }
        base(found.get());
        table.change(index(listing.revision()), now -> {
            Set<String> changed = new HashSet<>();
            Set<String> there = new HashSet<>();
            listing.items().stream()
                    .filter(item -> item.key().startsWith(places.keys()))
                    .forEach(item -> {
                        there.add(item.key());
                        show(item).ifPresent(changed::add);
                    });
            List.copyOf(names.keySet()).stream()
                    .filter(place -> !there.contains(place))
                    .forEach(place -> changed.add(hide(place, now)));
            return changed;
        });
    }

    /// Gives a store that is new, or has lost all, a base above all that was shown, and what is shown here.
    private void begin() {
        try {
            long above = Math.max(TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()), table.revision() + 1);
            List<KeyValue> shown = List.copyOf(table.under(""));
            boolean _ = store.commit(
                            List.of(Condition.absent(places.base())),
                            List.of(Change.put(places.base(), Long.toString(above))))
                    .isPresent();
            for (KeyValue value : shown) {
                KeyRecord record = new KeyRecord(value.key(), value.value(), value.flags(), 0);
                String place = places.of(value.key());
                boolean _ = store.commit(
                                List.of(Condition.absent(place)), List.of(new Change.Put(place, record.json())))
                        .isPresent();
            }
        } catch (StoreAwayException e) {
            LOG.atWarn().setCause(e).log("the keys of the cluster wait for the store");
        }
    }

    private void base(Item item) {
        base = Long.parseLong(item.text());
        loaded.countDown();
    }

    @Override
    public void put(Item item) {
        if (item.key().equals(places.base())) {
            base(item);
            table.change(index(item.version()), _ -> Set.of());
        } else if (places.head(item.key())) {
            table.change(index(item.version()), now -> {
                Set<String> gone = Set.copyOf(leaving);
                leaving.clear();
                gone.stream().filter(key -> table.get(key).isEmpty()).forEach(key -> table.hide(key, now));
                return gone;
            });
        } else if (item.key().startsWith(places.keys())) {
            table.change(index(item.version()), _ -> show(item).map(Set::of).orElse(Set.of()));
        }
    }

    /// The key, if it is another than before.
    private Optional<String> show(Item item) {
        return KeyRecord.read(item)
                .map(record -> new KeyValue(
                        record.key(), record.value(), record.flags(), index(record.created()), index(item.version())))
                .filter(value -> table.get(value.key())
                        .filter(before -> before.modifyIndex() >= value.modifyIndex())
                        .isEmpty())
                .map(value -> {
                    names.put(item.key(), value.key());
                    leaving.remove(value.key());
                    table.show(value);
                    return value.key();
                });
    }

    @Override
    public void gone(String place, long version) {
        if (names.containsKey(place)) {
            table.change(index(version), now -> {
                String key = hide(place, now);
                leaving.add(key);
                return Set.of(key);
            });
        }
    }

    private String hide(String place, long now) {
        String key = Objects.requireNonNull(names.remove(place), place);
        table.hide(key, now);
        return key;
    }

    /// What is shown stays shown.
    @Override
    public void seen(boolean isSeen) {
        LOG.atDebug().addKeyValue("seen", isSeen).log("the store of the keys");
    }
}
