package io.heddle.kit.metrics;

/// A count that only grows. Safe for use by any thread.
@FunctionalInterface
public interface Tally {
    /// Adds to the count.
    ///
    /// @param amount 0 or more
    void add(long amount);

    /// Adds one.
    default void increment() {
        add(1);
    }
}
