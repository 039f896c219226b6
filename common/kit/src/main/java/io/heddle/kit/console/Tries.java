package io.heddle.kit.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Counts the wrong tokens of each address. A try counts before it is judged, so that many at once gain nothing.
///
/// An address with too many is slowed down and not shut out: somebody with the right token may sit behind the same
/// router as somebody who guesses. Its tries are judged one at a time, some seconds apart, so that guesses stay as rare
/// as if they were refused; only those who would wait for too long, as when many guess at once, are. To judge a right
/// token sooner than a wrong one would be no limit at all, for a guess counts only when it is right.
final class Tries {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LinkedHashMap<String, Count> counts = new LinkedHashMap<>();
    private final SessionLimits limits;
    private final InstantSource time;

    /// @param next when the next try is judged, once there were too many
    private record Count(Instant since, int wrong, Instant next) {}

    Tries(SessionLimits limits, InstantSource time) {
        this.limits = limits;
        this.time = time;
    }

    /// Takes one more try of an address: how long it waits before it is judged, empty when that would be too long.
    synchronized Optional<Duration> begin(String address) {
        Instant now = time.instant();
        Count count = current(address, now);
        boolean slowed = count.wrong() >= limits.tries();
        Instant turn = slowed && count.next().isAfter(now) ? count.next() : now;
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(limits.patience()) > 0) {
            return Optional.empty();
        }
        if (counts.size() >= limits.addresses() && !counts.containsKey(address)) {
            counts.pollFirstEntry();
        }
        counts.put(address, new Count(count.since(), count.wrong() + 1, slowed ? turn.plus(limits.spacing()) : now));
        return Optional.of(wait);
    }

    /// A minute after its first wrong token an address begins anew, but for those of it that wait.
    private Count current(String address, Instant now) {
        Count count = counts.get(address);
        if (count == null
                || (!now.isBefore(count.since().plus(WINDOW)) && !count.next().isAfter(now))) {
            counts.remove(address);
            return new Count(now, 0, now);
        }
        return count;
    }

    /// The token was right: this try does not count. Those before it do, or one who holds a token could guess others.
    synchronized void right(String address) {
        counts.computeIfPresent(
                address, (_, count) -> new Count(count.since(), Math.max(0, count.wrong() - 1), count.next()));
    }
}
