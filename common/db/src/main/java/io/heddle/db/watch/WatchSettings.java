package io.heddle.db.watch;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// Limits of statements, and what is logged of them.
///
/// @param timeout how long a statement may take, from its execution to the last row of a list
/// @param slow from when a statement is logged as slow
/// @param logValues whether logs and causes show values; for development only, since values may be secrets
/// @param maxRows the most rows that a list may have; longer results are streamed or paged
public record WatchSettings(
        @Default("10s") Duration timeout,
        @Default("500ms") Duration slow,
        @Default("false") boolean logValues,

        @Default("10000") @Bounds(min = 1, max = 10_000_000) int maxRows) {
    /// Checks the times.
    ///
    /// @throws IllegalArgumentException when a time is not positive
    public WatchSettings {
        if (!timeout.isPositive() || !slow.isPositive()) {
            throw new IllegalArgumentException("timeout and slow must be longer than zero");
        }
    }

    /// The defaults.
    public static WatchSettings standard() {
        return new WatchSettings(Duration.ofSeconds(10), Duration.ofMillis(500), false, 10_000);
    }

    /// The same with another limit for a statement.
    public WatchSettings timeout(Duration limit) {
        return new WatchSettings(limit, slow, logValues, maxRows);
    }

    /// The same with another threshold for slow statements.
    public WatchSettings slow(Duration from) {
        return new WatchSettings(timeout, from, logValues, maxRows);
    }

    /// The same with values in logs and causes.
    public WatchSettings showingValues() {
        return new WatchSettings(timeout, slow, true, maxRows);
    }

    /// The same with another limit for lists.
    public WatchSettings maxRows(int most) {
        return new WatchSettings(timeout, slow, logValues, most);
    }
}
