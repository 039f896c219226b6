/// Clients that keep a server waiting. The door is {@link io.heddle.testkit.slow.Sluggards}. Stands on the JDK only.
@NullMarked
package io.heddle.testkit.slow;

import org.jspecify.annotations.NullMarked;
