package io.heddle.kit.rate;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLongArray;

/// How often each may ask in a second, in a table of fixed size. One whose place another has taken begins anew, so
/// nobody is refused for what others do. Safe for use by any thread.
public final class Rate {
    /// The most requests a second that can be set.
    public static final int MOST = 65_535;

    private static final int PLACES = 1 << 16;
    private static final int COUNT_BITS = 16;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final long SECOND_MASK = (1L << 16) - 1;
    private static final long LOWER_HALF = (1L << 32) - 1;

    private final int rate;
    private final long seed;
    private final InstantSource clock;
    private final AtomicLongArray places;

    /// Nobody has asked yet.
    ///
    /// @param rate requests a second, 0 for any number
    /// @param seed what keeps others from choosing names that share a place
    public Rate(int rate, long seed, InstantSource clock) {
        this.rate = rate;
        this.seed = seed;
        this.clock = clock;
        this.places = new AtomicLongArray(rate == 0 ? 0 : PLACES);
    }

    /// Counts one request; false when there were too many in this second.
    public boolean pass(String who) {
        return rate == 0 || pass(hash(who));
    }

    /// A place holds the asker's tag in its upper half, then the second, then the count.
    private boolean pass(long hash) {
        int place = (int) hash & (PLACES - 1);
        long second = (clock.millis() / 1000) & SECOND_MASK;
        long mine = (hash & ~LOWER_HALF) | (second << COUNT_BITS);
        while (true) {
            long held = places.get(place);
            long count = (held & ~COUNT_MASK) == mine ? held & COUNT_MASK : 0;
            if (count >= rate) {
                return false;
            }
            if (places.compareAndSet(place, held, mine | (count + 1))) {
                return true;
            }
        }
    }

    private long hash(String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 32)) * 0xBF58476D1CE4E5B9L;
        return hash ^ (hash >>> 31);
    }
}
