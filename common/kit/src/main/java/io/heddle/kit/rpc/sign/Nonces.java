package io.heddle.kit.rpc.sign;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/// Remembers which signatures were used, each for as long as it could hold: in buckets of one second, which are
/// forgotten whole. Keeps 64 bits of each, so that a million take about 64 MB. Safe for use by any thread.
final class Nonces {
    private static final long BUCKET_MILLIS = 1000;
    private static final int HEX = 16;

    private final int most;
    private final TreeMap<Long, Set<Long>> buckets = new TreeMap<>();
    private int size;

    /// What came of an attempt to use one.
    enum Use {
        FIRST,
        AGAIN,
        FULL
    }

    Nonces(int most) {
        this.most = most;
    }

    /// Uses a signature.
    ///
    /// @param signature what was found right, in hex, 16 digits at least
    /// @param until when it ceases to hold, which is signed too, so that it is in the same bucket whenever it comes
    synchronized Use use(String signature, long now, long until) {
        forget(now);
        Set<Long> bucket = buckets.computeIfAbsent(until / BUCKET_MILLIS, _ -> new HashSet<>());
        Long mark = Long.parseUnsignedLong(signature, 0, HEX, 16);
        if (bucket.contains(mark)) {
            return Use.AGAIN;
        }
        if (size >= most) {
            return Use.FULL;
        }
        bucket.add(mark);
        size++;
        return Use.FIRST;
    }

    private void forget(long now) {
        while (!buckets.isEmpty() && buckets.firstKey() < now / BUCKET_MILLIS) {
            size -= buckets.pollFirstEntry().getValue().size();
        }
    }
}
