/// Which nodes live, and which of them something falls to:
/// {@link io.heddle.registry.cluster.node.Nodes}. A room inside that of the cluster.
@NullMarked
package io.heddle.registry.cluster.node;

import org.jspecify.annotations.NullMarked;
