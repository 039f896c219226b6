package io.heddle.configcenter;

import io.heddle.configcenter.access.AccessSettings;
import io.heddle.configcenter.store.KeepingSettings;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.store.StoreAccess;
import java.time.Duration;
import java.util.Optional;

/// The settings of a config centre beside those that every service has.
///
/// @param seed a folder of files that are published when they are new or changed, see `center.seed` in the README
/// @param maxValue the largest value, in bytes of JSON
/// @param poll how often it looks for what other nodes on the same database or store changed
/// @param watch how it is watched
/// @param access the tokens it demands
/// @param store the address of the store that its nodes share, `etcd://host:port,host:port`, `etcds://` on TLS, or
///     `zookeeper://host:port/root`; empty for the database. Its nodes need the same `config.keys` and
///     `tokens/admin.token` in their data folders
/// @param namespace keeps centres on one store apart
/// @param keeping how much of what was is kept
/// @param storeAccess how the store knows this node
public record CenterSettings(
        Optional<String> seed,

        @Default("262144") @Bounds(min = 1024, max = 1 << 24)
        int maxValue,

        @Default("1s") Duration poll,
        WatchSettings watch,
        AccessSettings access,

        @Default("") String store,
        @Default("default") String namespace,
        KeepingSettings keeping,
        StoreAccess storeAccess) {
    /// Checks the time and the name.
    public CenterSettings {
        if (!poll.isPositive()) {
            throw new IllegalArgumentException("poll must be longer than zero");
        }
        if (!namespace.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "namespace must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
    }

    /// What holds when nothing is set.
    public static CenterSettings standard() {
        return new CenterSettings(
                Optional.empty(),
                1 << 18,
                Duration.ofSeconds(1),
                WatchSettings.standard(),
                AccessSettings.standard(),
                "",
                "default",
                KeepingSettings.standard(),
                StoreAccess.none());
    }
}
