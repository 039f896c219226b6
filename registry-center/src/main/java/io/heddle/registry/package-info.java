/// The registry centre as a program: settings, wiring, and the handlers of its contract. The door is
/// {@link io.heddle.registry.RegistryCenter}. Stands on all other rooms.
@NullMarked
package io.heddle.registry;

import org.jspecify.annotations.NullMarked;
