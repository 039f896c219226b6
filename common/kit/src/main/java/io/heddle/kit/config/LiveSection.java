package io.heddle.kit.config;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One section that follows.
final class LiveSection<R extends Record> implements Live<R> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSection.class);

    private final String name;
    private final Class<R> type;
    private final Object lock;
    private final List<Consumer<? super R>> listeners = new CopyOnWriteArrayList<>();
    private volatile R current;

    /// Begins with what holds.
    ///
    /// @param lock held by whoever brings changes
    LiveSection(String name, Class<R> type, R first, Object lock) {
        this.name = name;
        this.type = type;
        this.lock = lock;
        this.current = first;
    }

    String name() {
        return name;
    }

    Class<R> type() {
        return type;
    }

    @Override
    public R current() {
        return current;
    }

    @Override
    public void onChange(Consumer<? super R> listener) {
        listeners.add(listener);
    }

    @Override
    public void onChange(R known, Consumer<? super R> listener) {
        synchronized (lock) {
            listeners.add(listener);
            if (!current.equals(known)) {
                tell(listener, current);
            }
        }
    }

    /// Called with the lock held.
    void become(R next) {
        if (!next.equals(current)) {
            current = next;
            listeners.forEach(listener -> tell(listener, next));
        }
    }

    private void tell(Consumer<? super R> listener, R next) {
        try {
            listener.accept(next);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("section", name).setCause(e).log("a listener to changed settings failed");
        }
    }
}
