/// Looks whether an instance that was lost sight of still listens. The door is {@link
/// io.heddle.registry.probe.Prober}. Stands on nothing.
@NullMarked
package io.heddle.registry.probe;

import org.jspecify.annotations.NullMarked;
