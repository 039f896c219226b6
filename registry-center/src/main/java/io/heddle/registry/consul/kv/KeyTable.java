package io.heddle.registry.consul.kv;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;

/// Keys in order, in memory. Reads never wait; changes go one after the other.
final class KeyTable {
    private static final int MOST_TOMBSTONES = 4096;

    private final ConcurrentSkipListMap<String, KeyValue> values = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Long> tombstones = new ConcurrentSkipListMap<>();
    private final List<ObjLongConsumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final AtomicLong bytes = new AtomicLong();
    private volatile long revision;
    private volatile long floor;

    KeyTable(long firstRevision) {
        this.revision = firstRevision;
        this.floor = firstRevision;
    }

    void listen(ObjLongConsumer<Set<String>> listener) {
        listeners.add(listener);
    }

    long revision() {
        return revision;
    }

    long bytes() {
        return bytes.get();
    }

    int size() {
        return values.size();
    }

    Optional<KeyValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Collection<KeyValue> under(String prefix) {
        return beginning(values, prefix).values();
    }

    private static <T> NavigableMap<String, T> beginning(ConcurrentSkipListMap<String, T> all, String prefix) {
        return prefix.isEmpty() ? all : all.subMap(prefix, true, prefix + Character.MAX_VALUE, true);
    }

    long index(String key, boolean prefix) {
        long known = floor;
        if (!prefix) {
            long put = get(key).map(KeyValue::modifyIndex).orElse(0L);
            return Math.max(known, Math.max(put, tombstones.getOrDefault(key, 0L)));
        }
        long put = under(key).stream().mapToLong(KeyValue::modifyIndex).max().orElse(0);
        long gone = beginning(tombstones, key).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return Math.max(known, Math.max(put, gone));
    }

    /// Changes the table and tells of it.
    ///
    /// @param work is given the next revision, and gives the keys that it changed
    /// @return whether there were any
    boolean change(LongFunction<Set<String>> work) {
        return change(Long.MIN_VALUE, work);
    }

    /// The same at a revision, or the next where that is past.
    ///
    /// @param at what the revision is afterwards, unless it is already above
    boolean change(long at, LongFunction<Set<String>> work) {
        lock.lock();
        try {
            long now = at == Long.MIN_VALUE ? revision + 1 : Math.max(at, revision);
            Set<String> keys = work.apply(now);
            if (!keys.isEmpty() || at != Long.MIN_VALUE) {
                revision = now;
                moved.signalAll();
                listeners.forEach(listener -> listener.accept(keys, now));
            }
            return !keys.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Only within a change.
    void show(KeyValue value) {
        KeyValue before = values.put(value.key(), value);
        tombstones.remove(value.key());
        bytes.addAndGet(value.value().length - (before == null ? 0 : before.value().length));
    }

    /// Only within a change.
    void hide(String key, long now) {
        KeyValue before = values.remove(key);
        bytes.addAndGet(before == null ? 0 : -before.value().length);
        tombstones.put(key, now);
        if (tombstones.size() > MOST_TOMBSTONES) {
            floor = now;
            tombstones.clear();
        }
    }

    /// Waits until all up to a revision was seen, for a bounded time.
    void await(long wanted, Duration limit) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (revision < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
