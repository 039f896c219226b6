/// The numbers by which the revisions of nodes differ:
/// {@link io.heddle.registry.cluster.tag.Tags}. A room inside that of the cluster.
@NullMarked
package io.heddle.registry.cluster.tag;

import org.jspecify.annotations.NullMarked;
