/// The page by which a person edits configs. All that it does it asks for by the contracts of the centre, as anyone
/// may. The door is {@link io.heddle.configcenter.console.ConfigConsole}. The top floor.
@NullMarked
package io.heddle.configcenter.console;

import org.jspecify.annotations.NullMarked;
