package io.heddle.registry.catalog;

/// What keeps an entry alive.
@FunctionalInterface
public interface Beat {
    /// When the last beat came, epoch milliseconds.
    long lastMillis();
}
