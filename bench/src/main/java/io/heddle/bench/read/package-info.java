/// What a read from a database costs through the kit, beside plain JDBC and helidon-dbclient on the same pool. The
/// door is {@link io.heddle.bench.read.ReadBenchmark}. Stands on jmh, process and report.
@NullMarked
package io.heddle.bench.read;

import org.jspecify.annotations.NullMarked;
