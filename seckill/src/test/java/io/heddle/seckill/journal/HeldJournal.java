package io.heddle.seckill.journal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A journal in memory whose disk can be held, and can fail.
public final class HeldJournal implements Journal {
    private final MemoryJournal inner = new MemoryJournal();
    private final Semaphore disk = new Semaphore(1);
    private final AtomicInteger appends = new AtomicInteger();
    private volatile boolean failing;

    /// From now on what is appended waits for {@link #release}.
    public void hold() {
        disk.acquireUninterruptibly();
    }

    /// Lets what waits go on.
    public void release() {
        disk.release();
    }

    /// From now on each append fails.
    public void fail() {
        failing = true;
    }

    /// How many appends were begun.
    public int appends() {
        return appends.get();
    }

    @Override
    public void append(List<Entry> batch) {
        appends.incrementAndGet();
        disk.acquireUninterruptibly();
        try {
            if (failing) {
                throw new JournalException("the disk fails", new IOException("EIO"));
            }
            synchronized (inner) {
                inner.append(batch);
            }
        } finally {
            disk.release();
        }
    }

    @Override
    public List<Entry> read(long activity, long after, int limit) {
        synchronized (inner) {
            return inner.read(activity, after, limit);
        }
    }

    @Override
    public void replay(Consumer<Entry> each) {
        inner.replay(each);
    }

    @Override
    public void close() {}
}
