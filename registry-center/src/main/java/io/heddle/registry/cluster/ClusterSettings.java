package io.heddle.registry.cluster;

import io.heddle.contract.bind.Default;
import io.heddle.store.StoreAccess;
import java.time.Duration;
import java.util.Optional;

/// How a registry takes part in a cluster.
///
/// @param store the address of the store, `etcd://host:port,host:port`, `etcds://` on TLS, or
/// `zookeeper://host:port/root`; empty for a
///     registry of one node, which needs none
/// @param node what this node is called, no two alike; its host and port when absent
/// @param namespace keeps clusters on one store apart
/// @param presenceTtl after how long without a sign of life a node counts as gone
/// @param access how the store knows this node
public record ClusterSettings(
        @Default("") String store,
        Optional<String> node,
        @Default("default") String namespace,
        @Default("5s") Duration presenceTtl,
        StoreAccess access) {
    private static final Duration SHORTEST_PRESENCE = Duration.ofSeconds(1);

    /// Checks the names and the time.
    public ClusterSettings {
        if (!namespace.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "namespace must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        if (presenceTtl.compareTo(SHORTEST_PRESENCE) < 0) {
            throw new IllegalArgumentException("presence_ttl must be at least 1s");
        }
    }

    /// A registry of one node.
    public static ClusterSettings none() {
        return new ClusterSettings("", Optional.empty(), "default", Duration.ofSeconds(5), StoreAccess.none());
    }

    /// A node on that store.
    public static ClusterSettings on(String store, String node) {
        return new ClusterSettings(store, Optional.of(node), "default", Duration.ofSeconds(5), StoreAccess.none());
    }

    /// The same under a name, unless it has one.
    public ClusterSettings named(String name) {
        return node.isPresent() ? this : new ClusterSettings(store, Optional.of(name), namespace, presenceTtl, access);
    }

    /// The same with another presence time.
    public ClusterSettings presence(Duration ttl) {
        return new ClusterSettings(store, node, namespace, ttl, access);
    }
}
