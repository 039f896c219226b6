package io.heddle.registry;

import io.heddle.registry.cluster.Cluster;
import io.heddle.registry.cluster.ClusterState;
import io.heddle.registry.console.ClusterView;
import io.heddle.registry.console.View;
import io.heddle.registry.entry.Entry;

/// A cluster as the console shows it.
record ClusterOnPage(Cluster cluster) implements ClusterView {
    @Override
    public View.ClusterState state() {
        ClusterState state = cluster.state();
        return new View.ClusterState(
                state.store(),
                state.nodes().stream()
                        .map(node -> new View.Node(node, node.equals(state.node()), true))
                        .toList());
    }

    @Override
    public String owner(Entry entry) {
        return cluster.owner(entry);
    }
}
