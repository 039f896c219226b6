/// What a renewal and a read cost within the registry, and what an instance takes of its memory. The door is
/// {@link io.heddle.bench.lease.LeaseBenchmark}. Stands on the registry's rooms.
@NullMarked
package io.heddle.bench.lease;

import org.jspecify.annotations.NullMarked;
