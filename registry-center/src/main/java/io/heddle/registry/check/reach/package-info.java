/// Looks at a target once, over HTTP or TCP, without ever letting one that hangs hold up another. The door is
/// {@link io.heddle.registry.check.reach.Reach}. Stands on nothing.
@NullMarked
package io.heddle.registry.check.reach;

import org.jspecify.annotations.NullMarked;
