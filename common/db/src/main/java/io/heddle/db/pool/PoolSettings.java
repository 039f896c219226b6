package io.heddle.db.pool;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How many connections there are, to the primary and again to each replica.
///
/// @param size the most connections, and so the most statements at the same time
/// @param idle how many are kept ready when there is nothing to do
/// @param patience how long one may wait for a connection before the answer is 503
/// @param waiting the most that may wait; those beyond are answered 503 at once
/// @param connect the limit for making a connection
/// @param lifetime when a connection is replaced
/// @param probe how often a replica that is down is looked at
public record PoolSettings(
        @Default("10") @Bounds(min = 1, max = 1000) int size,
        @Default("2") @Bounds(min = 0, max = 1000) int idle,
        @Default("1s") Duration patience,

        @Default("1000") @Bounds(min = 0, max = 1_000_000) int waiting,

        @Default("1s") Duration connect,
        @Default("30m") Duration lifetime,
        @Default("1s") Duration probe) {
    /// The shortest wait that the pool keeps to.
    private static final Duration SHORTEST = Duration.ofMillis(250);

    /// Checks the times.
    ///
    /// @throws IllegalArgumentException when a time is too short to be kept
    public PoolSettings {
        if (patience.compareTo(SHORTEST) < 0 || connect.compareTo(SHORTEST) < 0 || !probe.isPositive()) {
            throw new IllegalArgumentException(
                    "pool patience and connect must be 250 ms or more, probe more than nothing");
        }
        if (lifetime.compareTo(Duration.ofSeconds(30)) < 0) {
            throw new IllegalArgumentException("pool lifetime must be 30 s or more");
        }
    }

    /// The defaults.
    public static PoolSettings standard() {
        return new PoolSettings(
                10,
                2,
                Duration.ofSeconds(1),
                1000,
                Duration.ofSeconds(1),
                Duration.ofMinutes(30),
                Duration.ofSeconds(1));
    }

    /// The same with another size.
    public PoolSettings size(int connections) {
        return new PoolSettings(connections, Math.min(idle, connections), patience, waiting, connect, lifetime, probe);
    }

    /// The same with another limit for those who wait.
    public PoolSettings waiting(int most) {
        return new PoolSettings(size, idle, patience, most, connect, lifetime, probe);
    }

    /// The same with another pause between looks at a replica that is down.
    public PoolSettings probe(Duration pause) {
        return new PoolSettings(size, idle, patience, waiting, connect, lifetime, pause);
    }
}
