package io.heddle.registry.probe;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How suspected instances are probed.
///
/// @param timeout how long one may take to accept a connection
/// @param atOnce how many are probed at the same time
public record ProbeSettings(
        @Default("300ms") Duration timeout,
        @Default("64") @Bounds(min = 1, max = 10_000) int atOnce) {
    /// What holds when nothing is set.
    public static ProbeSettings standard() {
        return new ProbeSettings(Duration.ofMillis(300), 64);
    }
}
