package io.heddle.db.watch;

/// The time that a statement has.
@FunctionalInterface
public interface Limit {
    /// Says that the statement has ended.
    ///
    /// @return whether its time was up, and it was stopped or about to be
    boolean over();
}
