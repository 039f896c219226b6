package io.heddle.seckill.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/// The journal in an MVStore: a map a sale, from numbers to entries.
final class MvJournal implements Journal {
    private static final String FILE = "journal.mv";

    /// Files that are not closed under all when a thread that reads is interrupted.
    private static final String INTERRUPTIBLE = "async:";

    private final MVStore store;
    private final Map<Long, MVMap<Long, byte[]>> logs = new ConcurrentHashMap<>();

    /// After a failure nothing is written any more, not even at the close.
    private volatile boolean failed;

    private MvJournal(MVStore store) {
        this.store = store;
    }

    static MvJournal open(Path folder, Opening.Access access) {
        try {
            MVStore.Builder builder = new MVStore.Builder()
                    .fileName(INTERRUPTIBLE + folder.resolve(FILE))
                    .autoCommitDisabled();
            return new MvJournal((access == Opening.Access.FULL ? builder : builder.readOnly()).open());
        } catch (MVStoreException e) {
            throw new JournalDamagedException("the journal in " + folder + " does not open", e);
        }
    }

    @Override
    public void append(List<Entry> batch) {
        try {
            for (Entry entry : batch) {
                log(entry.activity()).put(entry.number(), entry.body());
            }
            store.commit();
            store.sync();
        } catch (MVStoreException e) {
            failed = true;
            throw new JournalException("the journal cannot be written", e);
        }
    }

    private MVMap<Long, byte[]> log(long activity) {
        return logs.computeIfAbsent(
                activity,
                key -> store.openMap(
                        Long.toString(key),
                        new MVMap.Builder<Long, byte[]>()
                                .keyType(LongDataType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE)));
    }

    @Override
    public List<Entry> read(long activity, long after, int limit) {
        if (!logs.containsKey(activity)) {
            return List.of();
        }
        try {
            List<Entry> found = new ArrayList<>(Math.min(limit, 1024));
            Cursor<Long, byte[]> each = log(activity).cursor(after + 1);
            while (found.size() < limit && each.hasNext()) {
                long number = each.next();
                found.add(new Entry(activity, number, each.getValue()));
            }
            return found;
        } catch (MVStoreException e) {
            throw new JournalException("the journal cannot be read", e);
        }
    }

    @Override
    public void replay(Consumer<Entry> each) {
        try {
            for (long activity : activities()) {
                Cursor<Long, byte[]> entries = log(activity).cursor(null);
                while (entries.hasNext()) {
                    long number = entries.next();
                    each.accept(new Entry(activity, number, entries.getValue()));
                }
            }
        } catch (MVStoreException | NumberFormatException e) {
            throw new JournalDamagedException("the journal cannot be read", e);
        }
    }

    private SortedSet<Long> activities() {
        SortedSet<Long> found = new TreeSet<>();
        store.getMapNames().forEach(name -> found.add(Long.valueOf(name)));
        return found;
    }

    @Override
    public void close() {
        try {
            if (failed) {
                store.closeImmediately();
            } else {
                store.close();
            }
        } catch (MVStoreException e) {
            throw new JournalException("the journal cannot be closed", e);
        }
    }
}
