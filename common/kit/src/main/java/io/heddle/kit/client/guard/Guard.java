package io.heddle.kit.client.guard;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The budgets of one service, and the breaker and the patience of each of its methods. Safe for use by any thread.
public final class Guard {
    private final GuardSettings settings;
    private final LongSupplier nanos;
    private final Budget retries;
    private final Budget hedges;
    private final ConcurrentHashMap<String, Method> methods = new ConcurrentHashMap<>();

    /// What is known of one method.
    private record Method(Breaker breaker, Patience patience) {}

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
        return method(method).breaker.admits();
    }

    /// Ends a call that was let through.
    ///
    /// @param failed whether the service failed it: no answer or a 5xx, after all tries
    public void ended(String method, boolean failed) {
        Breaker breaker = method(method).breaker;
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

    /// How long, in nanoseconds, an instance may take to begin its answer while another can be asked in its place.
    ///
    /// @param most what it may take at most, and while nothing is known of the method
    public long patience(String method, long most) {
        return method(method).patience.nanos(settings.patience().toNanos(), most);
    }

    /// Notes that an answer of a method began after this many nanoseconds.
    public void answered(String method, long took) {
        method(method).patience.answered(took, nanos.getAsLong());
    }

    private Method method(String name) {
        Method known = methods.get(name);
        return known != null
                ? known
                : methods.computeIfAbsent(name, _ -> new Method(new Breaker(settings, nanos), new Patience()));
    }
}
