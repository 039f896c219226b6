package io.heddle.blog.blogger;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How passwords are hashed.
///
/// @param cost the work of bcrypt, as a power of two
/// @param hashing how many passwords are hashed at the same time; the others wait
/// @param hashingWait how long they wait, until they are answered with 503
public record BloggerSettings(
        @Default("10") @Bounds(min = 4, max = 16) int cost,
        @Default("2") @Bounds(min = 1, max = 64) int hashing,
        @Default("2s") Duration hashingWait) {
    /// Checks the time.
    public BloggerSettings {
        if (!hashingWait.isPositive()) {
            throw new IllegalArgumentException("hashing_wait must be longer than zero");
        }
    }
}
