/// One request at a time, to set up what is measured. The door is {@link io.heddle.bench.ask.Ask}. Stands on nothing.
@NullMarked
package io.heddle.bench.ask;

import org.jspecify.annotations.NullMarked;
