package io.heddle.kit.server;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Events that a test puts in by hand.
final class LiveEvents implements Events<String> {
    private final LinkedBlockingQueue<Optional<Event<String>>> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean failing;
    private @Nullable Event<String> next;

    void put(Event<String> event) {
        queue.add(Optional.of(event));
    }

    void end() {
        queue.add(Optional.empty());
    }

    void fail() {
        failing = true;
        end();
    }

    CountDownLatch closed() {
        return closed;
    }

    @Override
    public boolean hasNext() {
        try {
            Optional<Event<String>> taken = queue.take();
            if (failing && taken.isEmpty()) {
                throw new IllegalStateException("the source broke");
            }
            next = taken.orElse(null);
            return taken.isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Event<String> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        return next;
    }

    @Override
    public void close() {
        closed.countDown();
        end();
    }
}
