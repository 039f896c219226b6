package io.heddle.kit.client.guard;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The budgets of one service and the breakers of its methods. Safe for use by any thread.
public final class Guard {
    private final GuardSettings settings;
    private final LongSupplier nanos;
    private final Budget retries;
    private final Budget hedges;
    private final ConcurrentHashMap<String, Breaker> breakers = new ConcurrentHashMap<>();

    private Guard(GuardSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.retries = new Budget(settings.retryPercent(), settings.retryReserve());
        this.hedges = new Budget(settings.hedgePercent(), 0);
    }

    /// Guards a service.
    ///
    /// @param nanos a clock like {@link System#nanoTime()}
    public static Guard of(GuardSettings settings, LongSupplier nanos) {
        return new Guard(settings, nanos);
    }

    /// Begins a call of a method. When it is let through, {@link #ended} must follow.
    ///
    /// @return false while the method's breaker is open
    public boolean begin(String method) {
        retries.deposit();
        hedges.deposit();
        return breaker(method).admits();
    }

    /// Ends a call that was let through.
    ///
    /// @param failed whether the service failed it: no answer or a 5xx, after all tries
    public void ended(String method, boolean failed) {
        Breaker breaker = breaker(method);
        if (failed) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
    }

    /// Whether a request may be sent again.
    public boolean mayRetry() {
        return retries.take();
    }

    /// Whether a second request may be sent beside the first.
    public boolean mayHedge() {
        return hedges.take();
    }

    private Breaker breaker(String method) {
        Breaker known = breakers.get(method);
        return known != null ? known : breakers.computeIfAbsent(method, _ -> new Breaker(settings, nanos));
    }
}
