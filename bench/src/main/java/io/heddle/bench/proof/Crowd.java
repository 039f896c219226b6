package io.heddle.bench.proof;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Buys: every user asks twice at once, and each of the two asks again until it is told what came of it.
final class Crowd {
    private static final int BUYERS = 64;
    private static final int ASKS = 2;
    private static final Duration PAUSE = Duration.ofMillis(60);

    private final Till till;
    private final int[] users;
    private final long deadline;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /// What a buyer does at the counter, once.
    interface Till {
        /// Asks for a unit and writes down what came back.
        Optional<Claim> ask(UserId user);
    }

    /// @param users the users in the order of their coming
    /// @param deadline until when, on the clock of {@link System#nanoTime()}
    Crowd(Till till, int[] users, long deadline) {
        this.till = till;
        this.users = users;
        this.deadline = deadline;
    }

    /// Sends them all and waits for the last.
    ///
    /// @throws IllegalStateException when a buyer was not served in time, or was told nonsense
    void buy() {
        List<Thread> buyers = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            buyers.add(Thread.ofVirtual().name("buyer-" + i).start(this::serve));
        }
        for (Thread buyer : buyers) {
            join(buyer);
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a buyer gave up", failed);
        }
    }

    private static void join(Thread buyer) {
        try {
            buyer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the crowd buys", e);
        }
    }

    private void serve() {
        try {
            for (int turn = next.getAndIncrement(); turn < users.length * ASKS; turn = next.getAndIncrement()) {
                serve(UserId.of(users[turn / ASKS]));
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void serve(UserId user) {
        while (till.ask(user).isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("user " + user + " was not told in time");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    boolean done() {
        return next.get() >= users.length * ASKS;
    }
}
