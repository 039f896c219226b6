package io.heddle.store.memory;

import io.heddle.store.Store;
import io.heddle.store.StoreListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// One who watches: what it is told waits for a thread of its own.
final class MemoryWatch implements Store.Handle {
    private final String prefix;
    private final StoreListener listener;
    private final Consumer<MemoryWatch> onClose;
    private final BlockingQueue<Consumer<StoreListener>> news = new LinkedBlockingQueue<>();
    private final Thread thread;

    MemoryWatch(String prefix, StoreListener listener, Consumer<MemoryWatch> onClose) {
        this.prefix = prefix;
        this.listener = listener;
        this.onClose = onClose;
        this.thread = Thread.ofVirtual().name("memory-watch").start(this::run);
    }

    String prefix() {
        return prefix;
    }

    void tell(Consumer<StoreListener> what) {
        news.add(what);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                news.take().accept(listener);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
        thread.interrupt();
    }
}
