package io.heddle.registry.consul.kv;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the keys to their file a little after each change.
final class KeyKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyKeeper.class);
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Duration LAST = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final KeyFile file;
    private final LongSupplier revision;
    private final Map<String, KeyValue> values;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("registry-keys").unstarted(this::run);
    private boolean dirty;
    private boolean closed;

    KeyKeeper(KeyFile file, LongSupplier revision, Map<String, KeyValue> values) {
        this.file = file;
        this.revision = revision;
        this.values = values;
    }

    void open() {
        thread.start();
    }

    void change() {
        lock.lock();
        try {
            dirty = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitChange()) {
                write();
            }
            write();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for a change and a rest after it; false when it was closed.
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

    private void write() {
        try {
            long now = revision.getAsLong();
            file.write(now, List.copyOf(values.values()));
        } catch (IOException e) {
            LOG.atError().addKeyValue("file", file.path()).setCause(e).log("the keys cannot be written");
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
        try {
            thread.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
