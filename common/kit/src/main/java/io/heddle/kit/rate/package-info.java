/// How often somebody may ask. The door is {@link io.heddle.kit.rate.Rate}. Floor 0.
@NullMarked
package io.heddle.kit.rate;

import org.jspecify.annotations.NullMarked;
