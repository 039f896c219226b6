package io.heddle.registry.zookeeper;

import io.heddle.contract.bind.Default;
import java.time.Duration;
import java.util.Optional;

/// How the registry takes part in a ZooKeeper in which others find each other.
///
/// @param connect its hosts, `host:port` with commas between; no part is taken when absent
/// @param layout where our instances are published: `service` as 1.0.8 of the clients has it
///     (`/dubbo/SERVICE/provider`), `method` as 1.0.2 has it (`/dubbo/SERVICE/METHOD/provider`), `both`, or `none`
/// @param session after how long without this registry what it published goes
public record ZooKeeperSettings(
        Optional<String> connect,
        @Default("both") Layout layout,
        @Default("10s") Duration session) {
    /// Where instances are published.
    public enum Layout {
        /// As 1.0.8 of the clients has it.
        SERVICE,
        /// As 1.0.2 of the clients has it.
        METHOD,
        /// As either has it.
        BOTH,
        /// Nowhere.
        NONE
    }

    /// No part is taken.
    public static ZooKeeperSettings none() {
        return new ZooKeeperSettings(Optional.empty(), Layout.BOTH, Duration.ofSeconds(10));
    }

    /// That ZooKeeper, published in both layouts.
    public static ZooKeeperSettings at(String hosts) {
        return new ZooKeeperSettings(Optional.of(hosts), Layout.BOTH, Duration.ofSeconds(10));
    }
}
