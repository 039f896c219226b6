package io.heddle.kit.watch;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One who waits for changes of a subject. It must be among those of its selection before it first looks.
final class Watch<S, C> implements Events<C> {
    private final Selection<S, C> selection;
    private final Duration alive;
    private final Consumer<Watch<S, C>> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread waiting;
    private volatile boolean stirred;
    private long since;
    private boolean begun;
    private @Nullable Event<C> next;

    Watch(Selection<S, C> selection, long since, Duration alive, Consumer<Watch<S, C>> onClose) {
        this.selection = selection;
        this.since = since;
        this.alive = alive;
        this.onClose = onClose;
    }

    Selection<S, C> selection() {
        return selection;
    }

    /// Something changed.
    void stir() {
        stirred = true;
        LockSupport.unpark(waiting);
    }

    /// Waits until something changed, the time is up, or it was closed; then nothing changed.
    C await(Duration time) {
        Event<C> first = look();
        return selection.empty(first.data()) ? sight(time).data() : first.data();
    }

    private Event<C> look() {
        begun = true;
        return seen(selection.first(since));
    }

    private Event<C> sight(Duration time) {
        waiting = Thread.currentThread();
        long end = System.nanoTime() + time.toNanos();
        while (true) {
            stirred = false;
            Event<C> news = selection.news(since);
            if (news != null) {
                return seen(news);
            }
            if (end - System.nanoTime() <= 0 || over()) {
                return seen(selection.quiet(since));
            }
            park(end);
        }
    }

    private Event<C> seen(Event<C> event) {
        since = selection.revision(event.data());
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
            Event<C> event = begun ? sight(alive) : look();
            next = over() ? null : event;
        }
        return next != null;
    }

    @Override
    public Event<C> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Event<C> ready = next;
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
