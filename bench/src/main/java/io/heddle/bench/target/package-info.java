/// The server that all benchmarks of clients and relays call: lean, so that it takes little of the machine from what
/// is measured. The door is {@link io.heddle.bench.target.Target}. Stands on the JDK only.
@NullMarked
package io.heddle.bench.target;

import org.jspecify.annotations.NullMarked;
