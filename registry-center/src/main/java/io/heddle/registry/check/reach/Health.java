package io.heddle.registry.check.reach;

/// What a check says, the best first.
public enum Health {
    /// It serves.
    PASSING,
    /// It serves, but not well: still to be called.
    WARNING,
    /// It does not serve.
    CRITICAL;

    /// The worse of the two.
    public Health or(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
