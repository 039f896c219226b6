package io.heddle.registry.watch;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Tells the names of changed services on a thread of its own: the first at once, those that come in the time
/// after it
/// together.
final class Herald implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final long gatherNanos;
    private final Consumer<Set<String>> tell;
    private final Thread thread;
    private Set<String> names = new HashSet<>();
    private boolean closed;

    Herald(long gatherNanos, Consumer<Set<String>> tell) {
        this.gatherNanos = gatherNanos;
        this.tell = tell;
        this.thread = Thread.ofPlatform().daemon().name("registry-herald").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void hear(String name) {
        lock.lock();
        try {
            names.add(name);
            heard.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Set<String> some = take(); !some.isEmpty(); some = take()) {
                tell.accept(some);
                TimeUnit.NANOSECONDS.sleep(gatherNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> take() throws InterruptedException {
        lock.lock();
        try {
            while (names.isEmpty() && !closed) {
                heard.await();
            }
            Set<String> taken = names;
            names = new HashSet<>();
            return closed ? Set.of() : taken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            heard.signal();
        } finally {
            lock.unlock();
        }
    }
}
