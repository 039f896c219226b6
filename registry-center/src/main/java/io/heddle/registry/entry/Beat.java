package io.heddle.registry.entry;

/// What keeps an entry alive.
@FunctionalInterface
public interface Beat {
    /// When the last beat came, epoch milliseconds.
    long lastMillis();
}
