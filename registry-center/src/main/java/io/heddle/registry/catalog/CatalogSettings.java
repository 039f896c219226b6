package io.heddle.registry.catalog;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How much the catalog remembers and how often it writes its answers anew.
///
/// @param changes how many of the last changes can be told apart; a caller further behind gets everything
/// @param spacing the shortest time between two versions of the same answer; the first change is never delayed
public record CatalogSettings(
        @Default("4096") @Bounds(min = 16, max = 1_000_000) int changes,
        @Default("10ms") Duration spacing) {
    /// What holds when nothing is set.
    public static CatalogSettings standard() {
        return new CatalogSettings(4096, Duration.ofMillis(10));
    }
}
