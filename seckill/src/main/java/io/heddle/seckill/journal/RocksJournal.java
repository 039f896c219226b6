package io.heddle.seckill.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// The journal in RocksDB. The key is the sale and the number, so that the entries of a sale lie together.
final class RocksJournal implements Journal {
    private static final int KEY = 2 * Long.BYTES;
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final byte PUT = 1;
    private static final int MORE = 0x80;

    /// The most bytes of an entry beside its body.
    private static final int RECORD = 2 + KEY + 5;

    private static final long READ_AHEAD = 2 << 20;

    private final RocksDB db;
    private final Options options;
    private final WriteOptions synced = new WriteOptions().setSync(true);

    /// Held while native memory is used: a read after the close would end the process.
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private RocksJournal(RocksDB db, Options options) {
        this.db = db;
        this.options = options;
    }

    static RocksJournal open(Path folder, Opening.Access access) {
        RocksDB.loadLibrary();
        Options options = new Options()
                .setCreateIfMissing(true)
                .setParanoidChecks(true)
                .setWalRecoveryMode(
                        access == Opening.Access.SALVAGE
                                ? WALRecoveryMode.PointInTimeRecovery
                                : WALRecoveryMode.TolerateCorruptedTailRecords)
                .setMaxBgErrorResumeCount(0)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0);
        try {
            RocksDB db = access == Opening.Access.FULL
                    ? RocksDB.open(options, folder.toString())
                    : RocksDB.openReadOnly(options, folder.toString());
            return new RocksJournal(db, options);
        } catch (RocksDBException e) {
            options.close();
            throw new JournalDamagedException("the journal in " + folder + " does not open", e);
        }
    }

    @Override
    public void append(List<Entry> batch) {
        life.readLock().lock();
        try (WriteBatch writes = new WriteBatch(serialized(batch))) {
            requireOpen();
            db.write(synced, writes);
        } catch (RocksDBException e) {
            throw new JournalException("the journal cannot be written", e);
        } finally {
            life.readLock().unlock();
        }
    }

    /// A batch in the form that RocksDB logs it in: one call into native code instead of one an entry.
    static byte[] serialized(List<Entry> batch) {
        int size = HEAD;
        for (Entry entry : batch) {
            size += RECORD + entry.body().length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0).putInt(batch.size()).order(ByteOrder.BIG_ENDIAN);
        for (Entry entry : batch) {
            bytes.put(PUT).put((byte) KEY).putLong(entry.activity()).putLong(entry.number());
            putLength(bytes, entry.body().length).put(entry.body());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// Seven bits a byte, the lowest first.
    private static ByteBuffer putLength(ByteBuffer to, int length) {
        int rest = length;
        while (rest >= MORE) {
            to.put((byte) (rest | MORE));
            rest >>>= Byte.SIZE - 1;
        }
        return to.put((byte) rest);
    }

    @Override
    public List<Entry> read(long activity, long after, int limit) {
        life.readLock().lock();
        try (RocksIterator each = openIterator()) {
            List<Entry> found = new ArrayList<>(Math.min(limit, 1024));
            each.seek(key(activity, after + 1));
            while (found.size() < limit && each.isValid()) {
                Entry entry = entry(each);
                if (entry.activity() != activity) {
                    break;
                }
                found.add(entry);
                each.next();
            }
            each.status();
            return found;
        } catch (RocksDBException e) {
            throw new JournalException("the journal cannot be read", e);
        } finally {
            life.readLock().unlock();
        }
    }

    private RocksIterator openIterator() {
        requireOpen();
        return db.newIterator();
    }

    @Override
    public void replay(Consumer<Entry> each) {
        try (ReadOptions reads = new ReadOptions().setFillCache(false).setReadaheadSize(READ_AHEAD);
                RocksIterator entries = db.newIterator(reads)) {
            for (entries.seekToFirst(); entries.isValid(); entries.next()) {
                each.accept(entry(entries));
            }
            entries.status();
        } catch (RocksDBException e) {
            throw new JournalDamagedException("the journal cannot be read", e);
        }
    }

    private static byte[] key(long activity, long number) {
        return ByteBuffer.allocate(KEY).putLong(activity).putLong(number).array();
    }

    private static Entry entry(RocksIterator at) {
        ByteBuffer key = ByteBuffer.wrap(at.key());
        if (key.remaining() != KEY) {
            throw new JournalDamagedException("the journal has a key of " + key.remaining() + " bytes");
        }
        return new Entry(key.getLong(), key.getLong(), at.value());
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException("the journal is closed", new IllegalStateException("closed"));
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                db.close();
                synced.close();
                options.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
