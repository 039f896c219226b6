/// The registry as a person sees and steers it: what is there, what happens, who changed what. The door is
/// {@link io.heddle.registry.console.RegistryConsole}. The top floor.
@NullMarked
package io.heddle.registry.console;

import org.jspecify.annotations.NullMarked;
