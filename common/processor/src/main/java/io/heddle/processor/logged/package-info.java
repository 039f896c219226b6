/// Writes what the logged methods of a contract need: the class that writes their arguments down, and the constant that
/// logs. The door is {@link io.heddle.processor.logged.LoggedWriter}. Stands on source and json.
@NullMarked
package io.heddle.processor.logged;

import org.jspecify.annotations.NullMarked;
