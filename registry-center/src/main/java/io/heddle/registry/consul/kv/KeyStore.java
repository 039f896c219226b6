package io.heddle.registry.consul.kv;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keys in order, written to their file a little after each change and when it closes. Any thread may call.
public final class KeyStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStore.class);
    private static final String FILE = "registry.keys";
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final int MOST_TOMBSTONES = 4096;

    private final ConcurrentSkipListMap<String, KeyValue> values = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Long> tombstones = new ConcurrentSkipListMap<>();
    private final List<ObjLongConsumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong bytes = new AtomicLong();
    private final KeyLimits limits;
    private final Optional<KeyFile> file;
    private final AtomicLong revision;
    private volatile long floor;
    private boolean dirty;
    private boolean closed;
    private Optional<Thread> writer = Optional.empty();

    /// Makes it, with what was kept.
    ///
    /// @param folder where its file is; nothing is kept without one
    /// @param firstRevision above every revision that was ever given out, should nothing be kept
    public KeyStore(KeyLimits limits, Optional<Path> folder, long firstRevision) {
        this.limits = limits;
        this.file = folder.map(path -> new KeyFile(path.resolve(FILE)));
        Optional<KeyFile.Kept> kept = file.flatMap(KeyStore::load);
        kept.ifPresent(all -> all.values().forEach(value -> {
            values.put(value.key(), value);
            bytes.addAndGet(value.value().length);
        }));
        this.floor = Math.max(firstRevision, kept.map(KeyFile.Kept::revision).orElse(0L) + 1);
        this.revision = new AtomicLong(floor);
    }

    private static Optional<KeyFile.Kept> load(KeyFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
    }

    /// Begins to write what changes.
    public void open() {
        file.ifPresent(kept -> {
            Thread thread = Thread.ofPlatform().daemon().name("registry-keys").unstarted(() -> run(kept));
            writer = Optional.of(thread);
            thread.start();
        });
    }

    /// Has every later change told: the keys and their revision.
    public void listen(ObjLongConsumer<Set<String>> listener) {
        listeners.add(listener);
    }

    /// The revision of the last change.
    public long revision() {
        return revision.get();
    }

    /// What a key holds.
    public Optional<KeyValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// All keys that begin so, in order.
    public Collection<KeyValue> under(String prefix) {
        return beginning(values, prefix).values();
    }

    private static <T> NavigableMap<String, T> beginning(ConcurrentSkipListMap<String, T> all, String prefix) {
        return prefix.isEmpty() ? all : all.subMap(prefix, true, prefix + Character.MAX_VALUE, true);
    }

    /// The revision of the last change of a key, or of all that begin so. One that is long gone has that of the last
    /// change that is forgotten.
    public long index(String key, boolean prefix) {
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

    /// Puts a value.
    ///
    /// @param expected the revision that it must have been put at, 0 for a key that must not be there
    /// @return false when it has another
    /// @throws ServiceException 413 or 429 when it is too large or there is no room
    public boolean put(String key, byte[] value, long flags, Optional<Long> expected) {
        require(
                key.length() <= limits.keyLength(),
                Status.CONTENT_TOO_LARGE,
                "key",
                limits.keyLength() + " characters");
        require(value.length <= limits.valueBytes(), Status.CONTENT_TOO_LARGE, "value", limits.valueBytes() + " bytes");
        return change(() -> {
            KeyValue known = values.get(key);
            if (!fits(known == null ? 0 : known.modifyIndex(), expected)) {
                return Set.of();
            }
            long more = (long) value.length - (known == null ? 0 : known.value().length);
            boolean room = known != null || values.size() < limits.keys();
            require(room, Status.TOO_MANY_REQUESTS, "keys", Integer.toString(limits.keys()));
            require(bytes.get() + more <= limits.totalBytes(), Status.TOO_MANY_REQUESTS, "values", "they are");
            long now = revision.get() + 1;
            bytes.addAndGet(more);
            tombstones.remove(key);
            values.put(key, new KeyValue(key, value, flags, known == null ? now : known.createIndex(), now));
            return Set.of(key);
        });
    }

    private static boolean fits(long index, Optional<Long> expected) {
        return expected.filter(asked -> asked != index).isEmpty();
    }

    private static void require(boolean holds, Status status, String field, String most) {
        if (!holds) {
            throw ServiceException.of(status, field + " must be at most " + most);
        }
    }

    /// Takes a key out; one that is not there is as good as gone.
    ///
    /// @param expected the revision that it must have been put at
    /// @return false when it has another
    public boolean delete(String key, Optional<Long> expected) {
        KeyValue seen = values.get(key);
        if (!fits(seen == null ? 0 : seen.modifyIndex(), expected)) {
            return false;
        }
        return seen == null
                || change(() -> {
                    KeyValue known = values.get(key);
                    boolean goes = known != null && fits(known.modifyIndex(), expected);
                    return goes ? gone(List.of(known)) : Set.of();
                });
    }

    /// Takes all keys out that begin so.
    public void deleteUnder(String prefix) {
        change(() -> gone(List.copyOf(under(prefix))));
    }

    private Set<String> gone(List<KeyValue> some) {
        long now = revision.get() + 1;
        for (KeyValue value : some) {
            values.remove(value.key());
            bytes.addAndGet(-value.value().length);
            tombstones.put(value.key(), now);
        }
        if (tombstones.size() > MOST_TOMBSTONES) {
            floor = now;
            tombstones.clear();
        }
        return some.stream().map(KeyValue::key).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// True when something changed.
    private boolean change(java.util.function.Supplier<Set<String>> work) {
        lock.lock();
        try {
            Set<String> keys = work.get();
            if (keys.isEmpty()) {
                return false;
            }
            long now = revision.incrementAndGet();
            dirty = true;
            changed.signal();
            listeners.forEach(listener -> listener.accept(keys, now));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void run(KeyFile kept) {
        try {
            while (awaitChange()) {
                write(kept);
            }
            write(kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitChange() throws InterruptedException {
        lock.lock();
        try {
            while (!dirty && !closed) {
                changed.await();
            }
            long left = DELAY.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            dirty = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void write(KeyFile kept) {
        try {
            kept.write(revision.get(), Map.copyOf(values).values());
        } catch (IOException e) {
            LOG.atError().addKeyValue("file", kept.path()).setCause(e).log("the keys cannot be written");
        }
    }

    /// Writes the last time.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        writer.ifPresent(thread -> {
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
