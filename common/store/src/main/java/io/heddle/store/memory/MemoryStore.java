package io.heddle.store.memory;

import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Listing;
import io.heddle.store.StoreAwayException;
import io.heddle.store.StoreListener;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// One node's way to the shared memory.
final class MemoryStore implements SharedMemory.Line {
    private final SharedMemory memory;
    private final Set<MemoryWatch> watches = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> presences = new ConcurrentHashMap<>();
    private volatile boolean away;

    MemoryStore(SharedMemory memory) {
        this.memory = memory;
    }

    @Override
    public Listing range(String prefix) {
        reach();
        return memory.range(prefix);
    }

    @Override
    public OptionalLong commit(List<Condition> conditions, List<Change> changes) {
        reach();
        return memory.commit(conditions, changes);
    }

    private void reach() {
        if (away) {
            throw new StoreAwayException("the line is cut");
        }
    }

    @Override
    public Handle watch(String prefix, StoreListener listener) {
        MemoryWatch watch = new MemoryWatch(prefix, listener, watches::remove);
        memory.still(() -> {
            watches.add(watch);
            if (!away) {
                begin(watch);
            }
        });
        return watch;
    }

    private void begin(MemoryWatch watch) {
        Listing all = memory.range(watch.prefix());
        watch.tell(listener -> {
            listener.all(all);
            listener.seen(true);
        });
    }

    /// Called while nothing changes.
    void tell(String key, Consumer<StoreListener> news) {
        if (!away) {
            watches.stream().filter(watch -> key.startsWith(watch.prefix())).forEach(watch -> watch.tell(news));
        }
    }

    @Override
    public Handle present(String key, byte[] value) {
        presences.put(key, value);
        if (!away) {
            memory.commit(List.of(), List.of(new Change.Put(key, value)));
        }
        return () -> {
            presences.remove(key);
            if (!away) {
                memory.commit(List.of(), List.of(new Change.Delete(key)));
            }
        };
    }

    @Override
    public void cut() {
        memory.still(() -> {
            away = true;
            watches.forEach(watch -> watch.tell(listener -> listener.seen(false)));
            presences.forEach((key, value) -> memory.commit(List.of(), List.of(new Change.Delete(key))));
        });
    }

    @Override
    public void heal() {
        memory.still(() -> {
            away = false;
            presences.forEach((key, value) -> memory.commit(List.of(), List.of(new Change.Put(key, value))));
            watches.forEach(this::begin);
        });
    }

    @Override
    public void close() {
        cut();
        memory.disconnect(this);
        watches.forEach(MemoryWatch::close);
    }
}
