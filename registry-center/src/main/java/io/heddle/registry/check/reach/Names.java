package io.heddle.registry.check.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Resolves host names. The system's resolver may hang and holds a whole thread while it does, so each name gets a
/// thread of its own, a few at a time, that nobody waits for longer than the limit.
final class Names {
    private static final int AT_ONCE = 16;

    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Duration limit;

    Names(Duration limit) {
        this.limit = limit;
    }

    /// The addresses of a host; none when it is not known in time.
    List<InetAddress> of(String host) throws InterruptedException {
        InetAddress literal = literal(host);
        if (literal != null) {
            return List.of(literal);
        }
        if (!slots.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return List.of();
        }
        ArrayBlockingQueue<List<InetAddress>> found = new ArrayBlockingQueue<>(1);
        Thread.ofPlatform().daemon().name("check-resolve").start(() -> {
            try {
                found.add(lookup(host));
            } finally {
                slots.release();
            }
        });
        List<InetAddress> addresses = found.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        return addresses == null ? List.of() : addresses;
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<InetAddress> lookup(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
