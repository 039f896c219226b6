/// Load on servers: `wrk` against one at a time, in rounds in which all take their turn, so that noise of the machine
/// hits all alike. The door is {@link io.heddle.bench.load.Rounds}. Stands on process.
@NullMarked
package io.heddle.bench.load;

import org.jspecify.annotations.NullMarked;
