/// What it costs to find a service and pick an instance of it. The door is
/// {@link io.heddle.bench.pick.PickBenchmark}. Stands on the kit's client.
@NullMarked
package io.heddle.bench.pick;

import org.jspecify.annotations.NullMarked;
