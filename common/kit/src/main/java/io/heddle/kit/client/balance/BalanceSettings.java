package io.heddle.kit.client.balance;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How instances are picked and when a bad one is left out (the rules of Envoy's outlier detection).
///
/// @param policy how an instance is picked
/// @param zone where this process runs, for the policy that stays in its zone
/// @param slowStart how long a new instance takes to come to its full share; zero for at once
/// @param consecutiveFailures how many failures in a row put an instance out
/// @param ejection how long the first time; each further time that much longer, up to ten times
/// @param maxEjectedPercent the largest share of the instances that may be out at once
public record BalanceSettings(
        @Default("P2C") Policy policy,
        @Default("") String zone,
        @Default("10s") Duration slowStart,
        @Default("5") @Bounds(min = 1, max = 1000) int consecutiveFailures,
        @Default("5s") Duration ejection,
        @Default("50") @Bounds(min = 0, max = 100) int maxEjectedPercent) {
    /// The defaults.
    public static BalanceSettings standard() {
        return new BalanceSettings(Policy.P2C, "", Duration.ofSeconds(10), 5, Duration.ofSeconds(5), 50);
    }

    /// The same with another policy.
    public BalanceSettings with(Policy other) {
        return new BalanceSettings(other, zone, slowStart, consecutiveFailures, ejection, maxEjectedPercent);
    }

    /// How an instance is picked.
    public enum Policy {
        /// The better of two at random, by requests under way plus recent failures (Mitzenmacher, "The power of two
        /// choices").
        P2C,
        /// One after the other.
        ROUND_ROBIN,
        /// Any, all alike.
        RANDOM,
        /// At random by weight, a new instance rising slowly to its own.
        WEIGHTED,
        /// P2C within this process's zone, anywhere when the zone has none left.
        ZONE_FIRST,
        /// The same instance for the same key while it lives (a ring of hashes; Karger et al.).
        CONSISTENT_HASH
    }
}
