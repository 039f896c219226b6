package io.heddle.kit.task;

import java.time.Duration;
import java.util.Optional;

/// When a piece of work must be over. Travels with the calling thread as a scoped value and over HTTP as the header
/// {@link #HEADER}.
///
/// @param nanos the moment on the clock of {@link System#nanoTime()}
public record Deadline(long nanos) {
    /// The header that carries the time left, in whole milliseconds.
    public static final String HEADER = "X-Deadline-Ms";

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    /// The deadline of the work that this thread does, if it has one.
    public static Optional<Deadline> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The end of a span of time that begins now.
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// The time left, negative when it is over.
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    /// The time left in nanoseconds, negative when it is over.
    public long remainingNanos() {
        return nanos - System.nanoTime();
    }

    /// Whether it is over.
    public boolean passed() {
        return remainingNanos() <= 0;
    }

    /// The earlier of the two.
    public Deadline orEarlier(Deadline other) {
        return nanos - other.nanos <= 0 ? this : other;
    }

    /// Runs the work under this deadline.
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
