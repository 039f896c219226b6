package io.heddle.kit.client.guard;

import java.util.concurrent.atomic.AtomicLong;

/// A share of the calls that may be spent on extra requests (the retry budget of Finagle and Envoy). Each call pays
/// a little in, each extra request takes a whole one out.
final class Budget {
    private static final long ONE = 100;

    private final long deposit;
    private final long most;
    private final AtomicLong balance;

    /// @param percent what a call pays in, in hundredths of an extra request
    /// @param reserve how many extra requests there are at the beginning, and at most the tenfold later
    Budget(int percent, int reserve) {
        this.deposit = percent;
        this.most = Math.max(ONE, 10L * reserve * ONE);
        this.balance = new AtomicLong(reserve * ONE);
    }

    void deposit() {
        if (deposit > 0 && balance.get() < most) {
            balance.addAndGet(deposit);
        }
    }

    boolean take() {
        long now = balance.get();
        while (now >= ONE) {
            if (balance.compareAndSet(now, now - ONE)) {
                return true;
            }
            now = balance.get();
        }
        return false;
    }
}
