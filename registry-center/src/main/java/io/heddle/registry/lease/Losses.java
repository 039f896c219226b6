package io.heddle.registry.lease;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Remembers which services lost instances by expiry lately, and says when one more would be too many. Used under the lock
/// of the leases.
final class Losses {
    /// A service smaller than this cannot tell a mass loss from an ordinary one.
    private static final int SMALLEST = 3;

    private final Map<String, ArrayDeque<Expired>> expiries = new HashMap<>();
    private final int protectedShare;

    /// How many went at one moment.
    private record Expired(long millis, int count) {}

    Losses(LeaseSettings settings) {
        this.protectedShare = settings.protectedShare();
    }

    /// Whether the service may lose one more instance; counts it when so.
    ///
    /// @param count its instances now, the one in question among them
    /// @param window the time to live of that instance
    boolean allows(String name, int count, long nowMillis, long window) {
        long lost = lost(name, nowMillis - window);
        long before = count + lost;
        if (before >= SMALLEST && (lost + 1) * 100 > before * protectedShare) {
            return false;
        }
        add(expiries.computeIfAbsent(name, key -> new ArrayDeque<>()), nowMillis);
        return true;
    }

    private long lost(String name, long since) {
        long lost = 0;
        for (Expired expired : expiries.getOrDefault(name, new ArrayDeque<>())) {
            lost += expired.millis > since ? expired.count : 0;
        }
        return lost;
    }

    private static void add(ArrayDeque<Expired> times, long nowMillis) {
        Expired last = times.peekLast();
        boolean together = last != null && nowMillis - last.millis < Wheel.TICK_MILLIS;
        int count = together ? Objects.requireNonNull(times.pollLast()).count + 1 : 1;
        times.addLast(new Expired(nowMillis, count));
    }

    /// Forgets what is too long ago to matter.
    void forget(long beforeMillis) {
        expiries.values().forEach(times -> times.removeIf(expired -> expired.millis <= beforeMillis));
        expiries.values().removeIf(ArrayDeque::isEmpty);
    }
}
