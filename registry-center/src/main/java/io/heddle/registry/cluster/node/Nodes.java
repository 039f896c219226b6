package io.heddle.registry.cluster.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/// Which nodes live, and since when the store says so. Any thread may call.
public final class Nodes {
    private final String me;
    private final Duration settling;
    private final InstantSource time;
    private final Set<String> there = new TreeSet<>();
    private Optional<Instant> seen = Optional.empty();
    private Optional<Instant> away;

    /// Knows none but this one.
    ///
    /// @param settling how long after an outage of the store a node may take to say that it lives
    public Nodes(String me, Duration settling, InstantSource time) {
        this.me = me;
        this.settling = settling;
        this.time = time;
        this.away = Optional.of(time.instant());
    }

    /// These are there.
    public synchronized void all(Collection<String> nodes) {
        there.clear();
        there.addAll(nodes);
    }

    /// That one is there.
    public synchronized void came(String node) {
        there.add(node);
    }

    /// That one is no longer there.
    public synchronized void went(String node) {
        there.remove(node);
    }

    /// True when the sight of the store changed.
    public synchronized boolean sight(boolean isSeen) {
        boolean changed = isSeen == seen.isEmpty();
        if (changed) {
            seen = isSeen ? Optional.of(time.instant()) : Optional.empty();
            away = isSeen ? Optional.empty() : Optional.of(time.instant());
        }
        return changed;
    }

    /// Since when the store is away, if it is.
    public synchronized Optional<Instant> away() {
        return away;
    }

    /// Whether the store has been seen for so long that who lives has said so.
    public synchronized boolean settled() {
        return seen.filter(since -> !time.instant().isBefore(since.plus(settling)))
                .isPresent();
    }

    /// The nodes that live, this one among them, in the order of their names.
    public synchronized List<String> living() {
        Set<String> living = new TreeSet<>(there);
        living.add(me);
        return List.copyOf(living);
    }

    /// The node of those that is to keep an instance whose keeper is gone: the highest random weight (Thaler and
    /// Ravishankar, 1998), so that all agree without a word.
    public static String keeper(String key, List<String> living) {
        return living.stream()
                .max(Comparator.comparingLong((String node) -> weight(key, node))
                        .thenComparing(node -> node))
                .orElseThrow();
    }

    private static long weight(String key, String node) {
        CRC32C sum = new CRC32C();
        sum.update((node + '\n' + key).getBytes(StandardCharsets.UTF_8));
        return (sum.getValue() * 0x9e3779b97f4a7c15L) >>> 1;
    }
}
