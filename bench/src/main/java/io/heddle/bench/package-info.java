/// What things cost, measured side by side with others. The door is {@link io.heddle.bench.Bench}. Stands on all other
/// rooms.
@NullMarked
package io.heddle.bench;

import org.jspecify.annotations.NullMarked;
