package io.heddle.registry.snapshot;

import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.lease.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what is to be kept a little after each change and when it closes.
///
/// A write takes as long as there are leases; the next one waits ten times as long as the last one took.
public final class SnapshotStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final String FILE = "registry.snapshot";
    private static final int REST = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Path path;
    private final SnapshotFile file;
    private final StoreSettings settings;
    private boolean dirty;
    private boolean closed;
    private Optional<Thread> writer = Optional.empty();

    private SnapshotStore(Path path, StoreSettings settings) {
        this.path = path;
        this.file = new SnapshotFile(path);
        this.settings = settings;
    }

    /// Makes the folder; empty when nothing is to be kept.
    public static Optional<SnapshotStore> in(StoreSettings settings) {
        return settings.folder().map(Path::of).map(folder -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("the data folder " + folder + " cannot be made", e);
            }
            return new SnapshotStore(folder.resolve(FILE), settings);
        });
    }

    /// What was kept, empty when there is nothing. A file that is not whole is put aside and said to be so.
    public Optional<Kept> load() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.read());
        } catch (CorruptException e) {
            putAside(e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private void putAside(CorruptException why) {
        Path aside = path.resolveSibling(FILE + ".bad-" + Instant.now().toEpochMilli());
        try {
            Files.move(path, aside);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not whole and cannot be put aside", e);
        }
        LOG.atError()
                .addKeyValue("kept", aside)
                .setCause(why)
                .log("the registry's snapshot is not whole; starting empty");
    }

    /// Begins to write what is in the leases whenever the catalog changes.
    ///
    /// @param tokenKey the key of the tokens
    public void open(Catalog catalog, Leases leases, long tokenKey) {
        catalog.listen((_, _) -> change());
        Thread thread =
                Thread.ofPlatform().daemon().name("registry-store").unstarted(() -> run(catalog, leases, tokenKey));
        writer = Optional.of(thread);
        change();
        thread.start();
    }

    private void change() {
        lock.lock();
        try {
            dirty = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run(Catalog catalog, Leases leases, long tokenKey) {
        try {
            long rest = settings.delay().toNanos();
            while (awaitChange(rest)) {
                long began = System.nanoTime();
                write(catalog, leases, tokenKey);
                rest = Math.max(settings.delay().toNanos(), REST * (System.nanoTime() - began));
            }
            write(catalog, leases, tokenKey);
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

    private void write(Catalog catalog, Leases leases, long tokenKey) {
        try {
            file.write(catalog.revision(), tokenKey, leases.saved());
        } catch (IOException | UncheckedIOException e) {
            LOG.atError().addKeyValue("file", path).setCause(e).log("the registry's snapshot cannot be written");
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
        writer.ifPresent(SnapshotStore::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
