package io.heddle.kit.client.balance;

import java.util.concurrent.atomic.AtomicInteger;

/// Keeps the number of ejected instances of a service under its share.
final class Ejections {
    private final BalanceSettings settings;
    private final AtomicInteger out = new AtomicInteger();
    private volatile int total;

    Ejections(BalanceSettings settings) {
        this.settings = settings;
    }

    BalanceSettings settings() {
        return settings;
    }

    void total(int instances) {
        total = instances;
    }

    /// Takes one more place if the share allows it.
    boolean admit() {
        int now = out.get();
        return (now + 1) * 100 <= total * settings.maxEjectedPercent() && out.compareAndSet(now, now + 1);
    }

    void release() {
        out.decrementAndGet();
    }
}
