package io.heddle.kit.client.guard;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// Limits on retries, hedges and calls to a failing service.
///
/// @param retryPercent how many calls of a hundred may be sent again
/// @param retryReserve how many retries are allowed beyond that, refilled slowly, so that quiet clients may retry at
/// all
/// @param hedgePercent how many calls of a hundred may be hedged
/// @param patience the least time that an instance has to begin its answer before another is asked in its place; it has
/// more where the answers of late took long
/// @param breakerWindow the time over which failures are counted; zero turns the breaker off
/// @param breakerVolume how many calls a window needs before it is judged
/// @param breakerPercent how many failures of a hundred open the breaker
/// @param breakerPause how long it stays open before one call may try
public record GuardSettings(
        @Default("20") @Bounds(min = 0, max = 100) int retryPercent,
        @Default("10") @Bounds(min = 0, max = 10_000) int retryReserve,
        @Default("5") @Bounds(min = 0, max = 100) int hedgePercent,
        @Default("1s") Duration patience,
        @Default("10s") Duration breakerWindow,
        @Default("20") @Bounds(min = 1, max = 1_000_000) int breakerVolume,
        @Default("80") @Bounds(min = 1, max = 100) int breakerPercent,
        @Default("2s") Duration breakerPause) {
    /// The defaults.
    public static GuardSettings standard() {
        return new GuardSettings(
                20, 10, 5, Duration.ofSeconds(1), Duration.ofSeconds(10), 20, 80, Duration.ofSeconds(2));
    }
}
