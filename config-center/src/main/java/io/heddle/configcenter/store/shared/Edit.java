package io.heddle.configcenter.store.shared;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a snapshot from another: only the groups that differ are copied. What is older than what is there is left
/// alone, so it does not matter how often and in which order news come. For one thread.
final class Edit {
    private final TreeMap<String, SortedMap<String, Row>> groups;
    private final Map<String, TreeMap<String, Row>> copied = new HashMap<>();
    private Head head;
    private long version;
    private long digest;

    Edit(Snapshot from) {
        this.groups = new TreeMap<>(from.groups());
        this.head = from.head();
        this.version = from.version();
        this.digest = from.digest();
    }

    void put(Row row) {
        if (row.key().equals(Keys.HEAD)) {
            head(row);
            return;
        }
        Row old = copy(row.key()).get(row.key());
        if (old == null || old.version() <= row.version()) {
            copy(row.key()).put(row.key(), row);
            digest += row.digest() - (old == null ? 0 : old.digest());
        }
    }

    private void head(Row row) {
        if (version <= row.version()) {
            head = row.read(Head.TYPE);
            version = row.version();
        }
    }

    void remove(String key, long at) {
        Row old = copy(key).get(key);
        if (old != null && old.version() <= at) {
            copy(key).remove(key);
            digest -= old.digest();
        }
    }

    private SortedMap<String, Row> copy(String key) {
        return copied.computeIfAbsent(Keys.group(key), name -> {
            SortedMap<String, Row> group = groups.get(name);
            return group == null ? new TreeMap<>() : new TreeMap<>(group);
        });
    }

    Snapshot done() {
        copied.forEach((name, group) -> {
            if (group.isEmpty()) {
                groups.remove(name);
            } else {
                groups.put(name, Collections.unmodifiableSortedMap(group));
            }
        });
        return new Snapshot(head, version, Collections.unmodifiableSortedMap(groups), digest);
    }
}
