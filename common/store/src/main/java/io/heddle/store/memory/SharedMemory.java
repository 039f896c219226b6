package io.heddle.store.memory;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Listing;
import io.heddle.store.Store;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;

/// Keys and values that several nodes of one process share, each over a line of its own that can be cut. Any thread
/// may call.
public final class SharedMemory {
    private final TreeMap<String, Item> items = new TreeMap<>();
    private final Set<MemoryStore> lines = new CopyOnWriteArraySet<>();
    private long revision = 1;

    /// One node's way to the store.
    public interface Line extends Store {
        /// The node no longer reaches the store; its presences end.
        void cut();

        /// It reaches the store again.
        void heal();
    }

    /// A way to it for one more node.
    public Line connect() {
        MemoryStore line = new MemoryStore(this);
        lines.add(line);
        return line;
    }

    void disconnect(MemoryStore line) {
        lines.remove(line);
    }

    /// It forgets everything, as one does that was lost and set up anew.
    public synchronized void forget() {
        items.clear();
        revision = 1;
    }

    synchronized Listing range(String prefix) {
        return new Listing(
                revision,
                items.tailMap(prefix, true).values().stream()
                        .takeWhile(item -> item.key().startsWith(prefix))
                        .toList());
    }

    synchronized OptionalLong commit(List<Condition> conditions, List<Change> changes) {
        boolean holds = conditions.stream().allMatch(condition -> version(condition.key()) == condition.version());
        if (!holds) {
            return OptionalLong.empty();
        }
        revision++;
        changes.forEach(this::apply);
        return OptionalLong.of(revision);
    }

    private long version(String key) {
        Item item = items.get(key);
        return item == null ? Condition.ABSENT : item.version();
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Put(String key, byte[] value) -> {
                Item item = new Item(key, value, revision);
                items.put(key, item);
                lines.forEach(line -> line.tell(key, listener -> listener.put(item)));
            }
            case Change.Delete(String key) -> {
                long at = revision;
                if (items.remove(key) != null) {
                    lines.forEach(line -> line.tell(key, listener -> listener.gone(key, at)));
                }
            }
        }
    }

    /// Does something while nothing changes.
    synchronized void still(Runnable work) {
        work.run();
    }
}
