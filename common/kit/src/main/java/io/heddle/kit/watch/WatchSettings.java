package io.heddle.kit.watch;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How a centre is watched.
///
/// @param watchers the most that watch at the same time, polls and streams together
/// @param names the most names in one watch
/// @param longest the longest that a poll may wait
/// @param alive how often a quiet stream gives a sign of life
/// @param gather how long changes are gathered after one was told; the first after a quiet time is told at once
public record WatchSettings(
        @Default("20000") @Bounds(min = 1, max = 1_000_000) int watchers,
        @Default("200") @Bounds(min = 1, max = 10_000) int names,
        @Default("5m") Duration longest,
        @Default("15s") Duration alive,
        @Default("5ms") Duration gather) {
    /// What holds when nothing is set.
    public static WatchSettings standard() {
        return new WatchSettings(20_000, 200, Duration.ofMinutes(5), Duration.ofSeconds(15), Duration.ofMillis(5));
    }
}
