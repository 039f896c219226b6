package io.heddle.kit.client.guard;

import java.util.concurrent.TimeUnit;

/// Remembers the slowest answer of late and so tells when a try takes so much longer that its instance seems to hang.
/// An estimate: threads that note an answer at the same moment may overwrite each other.
final class Patience {
    private static final long FACTOR = 8;
    private static final long HALF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private volatile long slowest;
    private volatile long since;

    void answered(long took, long now) {
        if (took >= slowest) {
            slowest = took;
            since = now;
        } else if (now - since > HALF_LIFE_NANOS) {
            slowest = Math.max(took, slowest / 2);
            since = now;
        }
    }

    /// @param least what every try is given
    /// @param most what a try is given while nothing is known
    long nanos(long least, long most) {
        long known = slowest;
        return known == 0 || known > most / FACTOR ? most : Math.min(most, Math.max(least, known * FACTOR));
    }
}
