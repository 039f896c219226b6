package io.heddle.seckill.sql;

import io.heddle.db.pool.PoolSettings;
import java.time.Duration;

/// Connections for a crowd that has time.
final class Connections {
    private Connections() {}

    static PoolSettings patient() {
        Duration patience = Duration.ofSeconds(60);
        Duration connect = Duration.ofSeconds(2);
        return new PoolSettings(16, 4, patience, 100_000, connect, Duration.ofMinutes(30), Duration.ofSeconds(1));
    }
}
