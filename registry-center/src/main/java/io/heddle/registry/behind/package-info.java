/// Files that are written a little after what is in them has changed. The door is {@link
/// io.heddle.registry.behind.WriteBehind}. Stands on the JDK.
@NullMarked
package io.heddle.registry.behind;

import org.jspecify.annotations.NullMarked;
