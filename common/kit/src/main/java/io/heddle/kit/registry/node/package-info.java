/// The nodes that a process may ask, and the one that it keeps to. The door is {@link
/// io.heddle.kit.registry.node.Nodes}. A room inside that of the registry; stands on nothing of it.
@NullMarked
package io.heddle.kit.registry.node;

import org.jspecify.annotations.NullMarked;
