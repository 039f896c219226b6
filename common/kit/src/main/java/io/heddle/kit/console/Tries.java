package io.heddle.kit.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/// Counts the wrong tokens of each address. A try counts before it is judged, so that many at once gain nothing.
final class Tries {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LinkedHashMap<String, Count> counts = new LinkedHashMap<>();
    private final SessionLimits limits;
    private final InstantSource time;

    private record Count(Instant since, int wrong) {}

    Tries(SessionLimits limits, InstantSource time) {
        this.limits = limits;
        this.time = time;
    }

    /// Takes one more try of an address; false when it has had them all.
    synchronized boolean begin(String address) {
        Instant now = time.instant();
        Count count = counts.get(address);
        if (count == null || !now.isBefore(count.since().plus(WINDOW))) {
            counts.remove(address);
            count = new Count(now, 0);
        }
        if (count.wrong() >= limits.tries()) {
            return false;
        }
        if (counts.size() >= limits.addresses()) {
            counts.pollFirstEntry();
        }
        counts.put(address, new Count(count.since(), count.wrong() + 1));
        return true;
    }

    /// The token was right: the address begins anew.
    synchronized void right(String address) {
        counts.remove(address);
    }
}
