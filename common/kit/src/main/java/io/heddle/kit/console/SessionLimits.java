package io.heddle.kit.console;

import java.time.Duration;

/// What sessions and those who begin them are held to.
///
/// @param idle how long a session lives without a request
/// @param longest how long it lives at all
/// @param most the most sessions; beyond them the one that was quiet the longest ends, of those of the same token if
///     there are any
/// @param delay what a wrong token costs
/// @param tries the most wrong tokens of an address in a minute that are judged at once
/// @param spacing how far apart its further tries of that minute are judged, right ones among them
/// @param patience the longest that a try waits for its turn; one that would wait longer is refused
/// @param addresses the most addresses whose wrong tokens are counted
record SessionLimits(
        Duration idle,
        Duration longest,
        int most,
        Duration delay,
        int tries,
        Duration spacing,
        Duration patience,
        int addresses) {
    static SessionLimits standard() {
        return new SessionLimits(
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                1000,
                Duration.ofMillis(500),
                10,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                10_000);
    }
}
