package io.heddle.seckill.journal;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A disk in memory that keeps apart what was written and what was synced. A process that is killed leaves all
/// that it wrote; a power cut leaves, of each sector that was not synced, the old or the new contents, as chance
/// has it.
public final class VirtualDisk {
    /// Where in an append something can happen.
    public enum Point {
        /// Before anything is written.
        BEFORE,
        /// When the first half is written.
        TORN,
        /// When all is written and nothing synced.
        WRITTEN,
        /// After the sync.
        SYNCED,
        /// After the mark.
        MARKED
    }

    private static final int SECTOR = 512;
    private static final int FIRST = 1 << 14;

    private byte[] cache = new byte[FIRST];
    private byte[] synced = new byte[FIRST];
    private long mark;
    private long markSynced;
    private boolean inUse;
    private boolean failed;
    private long syncsAfterFailure;
    private Consumer<Point> hook = point -> {};

    /// Is told each point of each append, and may throw there.
    public void hook(Consumer<Point> each) {
        hook = each;
    }

    /// Opens the journal on the disk, as a process does when it starts.
    public Journal open() {
        if (inUse) {
            throw new FolderInUseException("the virtual disk is in use");
        }
        inUse = true;
        sync();
        return new MarkedJournal(VirtualJournal.open(this), new VirtualMark(this), mark, () -> inUse = false);
    }

    void at(Point point) {
        hook.accept(point);
    }

    void write(int place, byte[] bytes, int from, int to) {
        while (place + to > cache.length) {
            cache = Arrays.copyOf(cache, 2 * cache.length);
            synced = Arrays.copyOf(synced, 2 * synced.length);
        }
        System.arraycopy(bytes, from, cache, place + from, to - from);
    }

    byte[] contents() {
        return cache;
    }

    void sync() {
        syncsAfterFailure += failed ? 1 : 0;
        System.arraycopy(cache, 0, synced, 0, cache.length);
        markSynced = mark;
    }

    long mark() {
        return mark;
    }

    void mark(long count) {
        mark = count;
    }

    /// The next sync is one that fails: some of what was not synced is gone from the cache too, and a further
    /// sync would succeed without it.
    public void failSync(RandomGenerator random) {
        failed = true;
        lose(random);
    }

    /// How often something was synced after a sync had failed and before the process ended.
    public long syncsAfterFailure() {
        return syncsAfterFailure;
    }

    /// Ends the process, and the power too if it is to.
    public void crash(RandomGenerator random, boolean power) {
        if (power) {
            lose(random);
            mark = random.nextBoolean() ? mark : markSynced;
        }
        inUse = false;
        failed = false;
    }

    private void lose(RandomGenerator random) {
        for (int at = 0; at < cache.length; at += SECTOR) {
            if (!Arrays.equals(cache, at, at + SECTOR, synced, at, at + SECTOR) && random.nextBoolean()) {
                System.arraycopy(synced, at, cache, at, SECTOR);
            }
        }
    }

    /// Keeps only the first bytes of what is written, as when the rest never reached the disk.
    public void cut(int length) {
        Arrays.fill(cache, length, cache.length, (byte) 0);
    }
}
