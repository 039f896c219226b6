package io.heddle.configcenter.store;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;

/// How much of what was is kept. What is older is taken out with the next changes.
///
/// @param releases the most releases of an entry, the one that holds among them
/// @param audits the most lines of the audit trail
public record KeepingSettings(
        @Default("100") @Bounds(min = 1, max = 10_000) int releases,
        @Default("10000") @Bounds(min = 1, max = 1_000_000) int audits) {
    /// What holds when nothing is set.
    public static KeepingSettings standard() {
        return new KeepingSettings(100, 10_000);
    }
}
