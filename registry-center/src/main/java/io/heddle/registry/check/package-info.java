/// Looks after instances that do not beat by themselves: asks them over HTTP or TCP, or waits for somebody to say that
/// they are well, and says so to the leases. The door is {@link io.heddle.registry.check.Checks}. Stands on the leases
/// and on its inner room reach.
@NullMarked
package io.heddle.registry.check;

import org.jspecify.annotations.NullMarked;
