package io.heddle.registry.lease;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How a service that loses many instances at once is protected.
///
/// @param protectedShare the share of a service, in percent, that may expire within one time to live; more is held
///     back
/// @param hold how long an instance is held back before it goes all the same
public record LeaseSettings(
        @Default("50") @Bounds(min = 1, max = 100) int protectedShare,
        @Default("10m") Duration hold) {
    /// What holds when nothing is set.
    public static LeaseSettings standard() {
        return new LeaseSettings(50, Duration.ofMinutes(10));
    }
}
