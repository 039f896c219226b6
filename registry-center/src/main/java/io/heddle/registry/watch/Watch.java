package io.heddle.registry.watch;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.kit.registry.Changes;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One who waits for changes of some services. It must be among those of its selection before it first looks.
final class Watch implements Events<Changes> {
    private final Selection selection;
    private final Duration alive;
    private final Consumer<Watch> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread waiting;
    private volatile boolean stirred;
    private long since;
    private boolean begun;
    private @Nullable Event<Changes> next;

    Watch(Selection selection, long since, Duration alive, Consumer<Watch> onClose) {
        this.selection = selection;
        this.since = since;
        this.alive = alive;
        this.onClose = onClose;
    }

    Selection selection() {
        return selection;
    }

    /// Something changed.
    void stir() {
        stirred = true;
        LockSupport.unpark(waiting);
    }

    /// Waits until something changed, the time is up, or it was closed; then nothing changed.
    Changes await(Duration time) {
        Event<Changes> first = look();
        return first.data().empty() ? sight(time).data() : first.data();
    }

    private Event<Changes> look() {
        begun = true;
        return seen(selection.first(since));
    }

    private Event<Changes> sight(Duration time) {
        waiting = Thread.currentThread();
        long end = System.nanoTime() + time.toNanos();
        while (true) {
            stirred = false;
            Event<Changes> news = selection.news(since);
            if (news != null) {
                return seen(news);
            }
            if (end - System.nanoTime() <= 0 || over()) {
                return seen(selection.quiet(since));
            }
            park(end);
        }
    }

    private Event<Changes> seen(Event<Changes> event) {
        since = event.data().revision();
        return event;
    }

    private boolean over() {
        return closed.get() || Thread.currentThread().isInterrupted();
    }

    private void park(long end) {
        while (!stirred && !over() && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, end - System.nanoTime());
        }
    }

    /// The first event comes at once, though nothing may have changed: it tells that the stream stands.
    @Override
    public boolean hasNext() {
        if (next == null && !closed.get()) {
            Event<Changes> event = begun ? sight(alive) : look();
            next = over() ? null : event;
        }
        return next != null;
    }

    @Override
    public Event<Changes> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Event<Changes> ready = next;
        next = null;
        if (ready == null) {
            throw new NoSuchElementException();
        }
        return ready;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            LockSupport.unpark(waiting);
            onClose.accept(this);
        }
    }
}
