package io.heddle.registry.watch;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.kit.registry.Changes;
import io.heddle.registry.catalog.Catalog;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One who waits for changes of some services.
final class Watch implements Events<Changes> {
    private final Catalog catalog;
    private final Set<String> names;
    private final Duration alive;
    private final Consumer<Watch> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread waiting;
    private volatile boolean stirred;
    private long since;
    private boolean begun;
    private @Nullable Changes next;

    Watch(Catalog catalog, Set<String> names, long since, Duration alive, Consumer<Watch> onClose) {
        this.catalog = catalog;
        this.names = names;
        this.since = since;
        this.alive = alive;
        this.onClose = onClose;
    }

    /// Whether it is about one of those services.
    boolean about(Set<String> changed) {
        if (names.equals(Catalog.ALL)) {
            return true;
        }
        if (changed.size() < names.size()) {
            return changed.stream().anyMatch(names::contains);
        }
        return names.stream().anyMatch(changed::contains);
    }

    /// Something changed.
    void stir() {
        stirred = true;
        LockSupport.unpark(waiting);
    }

    /// Waits until something changed, the time is up, or it was closed; then nothing changed.
    Changes await(Duration time) {
        waiting = Thread.currentThread();
        long end = System.nanoTime() + time.toNanos();
        while (true) {
            stirred = false;
            Changes changes = catalog.changes(names, since);
            since = changes.revision();
            long left = end - System.nanoTime();
            if (!changes.empty()
                    || left <= 0
                    || closed.get()
                    || Thread.currentThread().isInterrupted()) {
                return changes;
            }
            park(left);
        }
    }

    private void park(long nanos) {
        long end = System.nanoTime() + nanos;
        while (!stirred && !closed.get() && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, end - System.nanoTime());
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /// The first event comes at once, though nothing may have changed: it tells that the stream stands.
    @Override
    public boolean hasNext() {
        if (next == null && !closed.get()) {
            Changes changes = await(begun ? alive : Duration.ZERO);
            begun = true;
            next = closed.get() || Thread.currentThread().isInterrupted() ? null : changes;
        }
        return next != null;
    }

    @Override
    public Event<Changes> next() {
        Changes ready = next;
        if (ready == null && hasNext()) {
            ready = next;
        }
        if (ready == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return Event.of(Long.toString(ready.revision()), ready);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            LockSupport.unpark(waiting);
            onClose.accept(this);
        }
    }
}
