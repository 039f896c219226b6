package io.heddle.kit.watch;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Tells the names of what changed on a thread of its own: the first at once, those that come in the time after it
/// together.
final class Herald implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final long gatherNanos;
    private final Consumer<Batch> tell;
    private final Thread thread;
    private Set<String> names = new HashSet<>();
    private long revision;
    private boolean closed;

    /// What changed up to a revision since the last batch.
    record Batch(Set<String> names, long until) {}

    Herald(long gatherNanos, Consumer<Batch> tell) {
        this.gatherNanos = gatherNanos;
        this.tell = tell;
        this.thread = Thread.ofPlatform().daemon().name("herald").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void hear(Set<String> changed, long at) {
        lock.lock();
        try {
            revision = at;
            names.addAll(changed);
            heard.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Batch some = take(); !some.names().isEmpty(); some = take()) {
                tell.accept(some);
                TimeUnit.NANOSECONDS.sleep(gatherNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch take() throws InterruptedException {
        lock.lock();
        try {
            while (names.isEmpty() && !closed) {
                heard.await();
            }
            Batch taken = new Batch(closed ? Set.of() : names, revision);
            names = new HashSet<>();
            return taken;
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
