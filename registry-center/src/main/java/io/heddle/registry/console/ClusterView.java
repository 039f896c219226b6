package io.heddle.registry.console;

import io.heddle.registry.console.View.ClusterState;
import io.heddle.registry.entry.Entry;
import java.util.List;

/// What the console asks of the cluster that a registry is part of. Called often; must be quick and never block.
public interface ClusterView {
    /// How the cluster is.
    ClusterState state();

    /// The name of the node that keeps the lease of an instance, empty for this one.
    String owner(Entry entry);

    /// A registry that is alone.
    static ClusterView single() {
        return new ClusterView() {
            @Override
            public ClusterState state() {
                return new ClusterState("none", List.of());
            }

            @Override
            public String owner(Entry entry) {
                return "";
            }
        };
    }
}
