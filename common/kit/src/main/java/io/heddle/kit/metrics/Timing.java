package io.heddle.kit.metrics;

/// Durations of one kind of event, kept as count, sum, maximum and buckets. Safe for use by any thread.
@FunctionalInterface
public interface Timing {
    /// Takes in one duration.
    ///
    /// @param nanos nanoseconds, 0 or more
    void record(long nanos);
}
