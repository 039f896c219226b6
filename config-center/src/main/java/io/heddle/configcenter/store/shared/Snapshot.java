package io.heddle.configcenter.store.shared;

import io.heddle.store.Condition;
import io.heddle.store.Item;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All keys at one time. Nothing of it ever changes.
///
/// @param head what it says of them
/// @param version that the head has in the store
/// @param groups the rows by their groups and keys
/// @param digest of all rows
record Snapshot(Head head, long version, SortedMap<String, SortedMap<String, Row>> groups, long digest) {
    /// That of a store in which nothing was written.
    static final Snapshot NONE =
            new Snapshot(Head.NONE, Condition.ABSENT, Collections.unmodifiableSortedMap(new TreeMap<>()), 0);

    /// Of the items below a root.
    static Snapshot of(String root, List<Item> items) {
        Edit edit = new Edit(NONE);
        items.forEach(item -> edit.put(new Row(item.key().substring(root.length()), item.version(), item.value())));
        return edit.done();
    }

    /// Whether it has exactly the keys that the head speaks of.
    boolean isWhole() {
        return digest == head.digest();
    }

    /// The same, taken for whole.
    Snapshot taken() {
        return headed(head.digest(digest));
    }

    Snapshot headed(Head next) {
        return new Snapshot(next, version, groups, digest);
    }

    boolean sameAs(Snapshot other) {
        return version == other.version && digest == other.digest;
    }

    Optional<Row> row(String key) {
        return Optional.ofNullable(group(Keys.group(key)).get(key));
    }

    /// The rows of a group by their keys.
    SortedMap<String, Row> group(String name) {
        SortedMap<String, Row> group = groups.get(name);
        return group == null ? Collections.emptySortedMap() : group;
    }

    /// The groups whose names begin so, in their order.
    Stream<SortedMap<String, Row>> groups(String prefix) {
        return groups.tailMap(prefix).entrySet().stream()
                .takeWhile(group -> group.getKey().startsWith(prefix))
                .map(Map.Entry::getValue);
    }

    /// All rows of those groups, in the order of their keys.
    Stream<Row> rows(String prefix) {
        return groups(prefix).flatMap(group -> group.values().stream());
    }
}
