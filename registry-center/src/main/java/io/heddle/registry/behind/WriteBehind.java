package io.heddle.registry.behind;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Writes something a little after each change and when it closes. Any thread may call.
///
/// A write takes as long as there is much; the next one waits ten times as long as the last one took.
public final class WriteBehind implements AutoCloseable {
    private static final int REST = 10;
    private static final Duration LAST = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String name;
    private final Duration delay;
    private boolean dirty;
    private boolean closed;
    private Optional<Thread> writer = Optional.empty();

    /// Does nothing before it is opened.
    ///
    /// @param name of its thread
    /// @param delay how long after a change it writes
    public WriteBehind(String name, Duration delay) {
        this.name = name;
        this.delay = delay;
    }

    /// Begins to write.
    ///
    /// @param write does it; must not throw
    public void open(Runnable write) {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(write));
        writer = Optional.of(thread);
        thread.start();
    }

    /// There is something to write.
    public void change() {
        lock.lock();
        try {
            dirty = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable write) {
        try {
            long rest = delay.toNanos();
            while (awaitChange(rest)) {
                long began = System.nanoTime();
                write.run();
                rest = Math.max(delay.toNanos(), REST * (System.nanoTime() - began));
            }
            write.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for a change and a rest after it; false when it was closed.
    private boolean awaitChange(long restNanos) throws InterruptedException {
        lock.lock();
        try {
            while (!dirty && !closed) {
                changed.await();
            }
            long left = restNanos;
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            dirty = false;
            return !closed;
        } finally {
            lock.unlock();
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
        writer.ifPresent(WriteBehind::join);
    }

    private static void join(Thread thread) {
        try {
            boolean _ = thread.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
