package io.heddle.store;

/// What must hold of a key for a commit.
///
/// @param key which
/// @param version that it must have; 0 when it must not be there
public record Condition(String key, long version) {
    /// The version of a key that is not there.
    public static final long ABSENT = 0;

    /// The key must not be there.
    public static Condition absent(String key) {
        return new Condition(key, ABSENT);
    }
}
