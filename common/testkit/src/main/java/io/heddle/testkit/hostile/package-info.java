/// A client that means harm: requests that are broken in every known way, and a strict look at what comes back. The
/// door is {@link io.heddle.testkit.hostile.Hostile}. Stands on the JDK only.
@NullMarked
package io.heddle.testkit.hostile;

import org.jspecify.annotations.NullMarked;
