/// Several nodes as one registry, over a store that they share. Each node shows all instances; the one that heard an
/// instance last keeps its lease. Beats never reach the store, and while it is away reads and beats go on. The door is
/// {@link io.heddle.registry.cluster.Cluster}. Stands on the leases.
@NullMarked
package io.heddle.registry.cluster;

import org.jspecify.annotations.NullMarked;
