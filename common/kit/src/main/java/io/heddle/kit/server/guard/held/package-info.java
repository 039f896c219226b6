/// How much memory slow peers make a server hold, and who goes when it is too much. The door is {@link
/// io.heddle.kit.server.guard.held.Held}. Stands on the JDK.
@NullMarked
package io.heddle.kit.server.guard.held;

import org.jspecify.annotations.NullMarked;
