package io.heddle.registry.consul.kv;

import io.heddle.contract.error.ServiceException;
import io.heddle.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/// Keys in order, with one revision over all of them. Any thread may call; reads ask nobody.
///
/// Those of one node are written to its file a little after each change. Those of a cluster are in the store that its
/// nodes share, which decides what is written.
public final class KeyStore implements AutoCloseable {
    private static final String FILE = "registry.keys";

    private final KeyTable table;
    private final KeyWrites writes;

    private KeyStore(KeyTable table, KeyWrites writes) {
        this.table = table;
        this.writes = writes;
    }

    /// The keys of one node, with what was kept.
    ///
    /// @param folder where its file is; nothing is kept without one
    /// @param firstRevision above every revision that was ever given out, should nothing be kept
    public static KeyStore own(KeyLimits limits, Optional<Path> folder, long firstRevision) {
        Optional<KeyFile> file = folder.map(path -> new KeyFile(path.resolve(FILE)));
        Optional<KeyFile.Kept> kept = file.flatMap(KeyStore::load);
        long last = kept.map(KeyFile.Kept::revision).orElse(0L);
        KeyTable table = new KeyTable(Math.max(firstRevision, last + 1));
        kept.ifPresent(all -> all.values().forEach(table::show));
        return new KeyStore(table, new OwnKeys(table, limits, file));
    }

    private static Optional<KeyFile.Kept> load(KeyFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
    }

    /// The keys of a cluster.
    ///
    /// @param root where they are in its store
    public static KeyStore shared(KeyLimits limits, Store store, String root) {
        KeyTable table = new KeyTable(1);
        return new KeyStore(table, new SharedKeys(table, limits, store, root));
    }

    /// Begins to keep what changes.
    public void open() {
        writes.open();
    }

    /// Has every later change told: the keys and their revision.
    public void listen(ObjLongConsumer<Set<String>> listener) {
        table.listen(listener);
    }

    /// The revision of the last change.
    public long revision() {
        return table.revision();
    }

    /// Waits, for a bounded time, until what another node may have told of is seen here.
    public void reach(long index, Duration limit) {
        writes.reach(index, limit);
    }

    /// What a key holds.
    public Optional<KeyValue> get(String key) {
        return table.get(key);
    }

    /// All keys that begin so, in order.
    public Collection<KeyValue> under(String prefix) {
        return table.under(prefix);
    }

    /// The revision of the last change of a key, or of all that begin so. One that is long gone has that of the last
    /// change that is forgotten.
    public long index(String key, boolean prefix) {
        return table.index(key, prefix);
    }

    /// Puts a value.
    ///
    /// @param expected the revision that it must have been put at, 0 for a key that must not be there
    /// @return false when it has another
    /// @throws ServiceException 413 or 429 when it is too large or there is no room, 503 when the store that nodes
    ///     share is away
    public boolean put(String key, byte[] value, long flags, Optional<Long> expected) {
        return writes.put(key, value, flags, expected);
    }

    /// Takes a key out; one that is not there is as good as gone.
    ///
    /// @param expected the revision that it must have been put at
    /// @return false when it has another
    public boolean delete(String key, Optional<Long> expected) {
        return writes.delete(key, expected);
    }

    /// Takes all keys out that begin so.
    public void deleteUnder(String prefix) {
        writes.deleteUnder(prefix);
    }

    /// Keeps what is left to keep.
    @Override
    public void close() {
        writes.close();
    }
}
