package io.heddle.registry.lease.loss;

import io.heddle.registry.entry.Entry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers which instances expired lately and did not come back, and says when one more would be too many for its
/// service. Used under the lock of the membership.
public final class Losses {
    /// A service smaller than this cannot tell a mass loss from an ordinary one.
    private static final int SMALLEST = 3;

    /// By service, then by address in the order of time, when it expired.
    private final Map<String, LinkedHashMap<String, Long>> expiries = new HashMap<>();
    private final int protectedShare;

    /// Makes them.
    ///
    /// @param protectedShare the share of a service, in percent, that may expire within one time to live
    public Losses(int protectedShare) {
        this.protectedShare = protectedShare;
    }

    /// Whether the service may lose that instance too; counts it when so.
    ///
    /// @param count the instances of the service now, that one among them
    /// @param window its time to live
    public boolean allows(Entry entry, int count, long nowMillis, long window) {
        long lost = lost(entry.name(), nowMillis - window);
        long before = count + lost;
        if (before >= SMALLEST && (lost + 1) * 100 > before * protectedShare) {
            return false;
        }
        expiries.computeIfAbsent(entry.name(), name -> new LinkedHashMap<>()).put(entry.service(), nowMillis);
        return true;
    }

    private long lost(String name, long since) {
        LinkedHashMap<String, Long> times = expiries.getOrDefault(name, new LinkedHashMap<>());
        return times.size()
                - times.values().stream().takeWhile(time -> time <= since).count();
    }

    /// It came back.
    public void returned(Entry entry) {
        Map<String, Long> times = expiries.get(entry.name());
        if (times != null) {
            times.remove(entry.service());
        }
    }

    /// Forgets what is too long ago to matter.
    public void forget(long beforeMillis) {
        expiries.values().forEach(times -> times.values().removeIf(time -> time <= beforeMillis));
        expiries.values().removeIf(Map::isEmpty);
    }
}
