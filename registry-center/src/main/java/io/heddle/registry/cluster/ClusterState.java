package io.heddle.registry.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a node sees its cluster.
///
/// @param node its name
/// @param store `up` or `away`
/// @param awaySince when it lost sight of the store
/// @param nodes the nodes that live, this one among them
/// @param queue how many instances wait to be told to the others
public record ClusterState(String node, String store, Optional<Instant> awaySince, List<String> nodes, int queue) {}
