/// Time that a test decides. The door is {@link io.heddle.testkit.clock.TurnedClock}.
@NullMarked
package io.heddle.testkit.clock;

import org.jspecify.annotations.NullMarked;
