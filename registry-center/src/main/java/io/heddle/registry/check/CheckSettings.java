package io.heddle.registry.check;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.registry.check.reach.ReachSettings;
import java.time.Duration;

/// How instances are checked.
///
/// @param reach what may be looked at, and how much at the same time
/// @param interval how often a check is made that does not say
/// @param shortest the shortest interval that a check gets, whatever it asks for
/// @param timeout how long one may take that does not say
/// @param longest the longest time-out that a check gets
/// @param failures how many failures in a row make it critical, when it does not say
/// @param successes how many successes in a row make it well again, when it does not say
public record CheckSettings(
        ReachSettings reach,
        @Default("10s") Duration interval,
        @Default("1s") Duration shortest,
        @Default("5s") Duration timeout,
        @Default("1m") Duration longest,
        @Default("1") @Bounds(min = 1, max = 100) int failures,
        @Default("1") @Bounds(min = 1, max = 100) int successes) {
    /// What holds when nothing is set.
    public static CheckSettings standard() {
        return of(ReachSettings.standard());
    }

    /// The same with another reach.
    public static CheckSettings of(ReachSettings reach) {
        return new CheckSettings(
                reach,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                1,
                1);
    }

    Duration interval(Check check) {
        Duration asked = check.interval().orElse(interval);
        return asked.compareTo(shortest) < 0 ? shortest : asked;
    }

    Duration timeout(Check check) {
        Duration asked = check.timeout().orElse(timeout);
        return asked.compareTo(longest) > 0 ? longest : asked.isPositive() ? asked : timeout;
    }
}
