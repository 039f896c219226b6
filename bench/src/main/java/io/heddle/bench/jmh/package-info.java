/// Runs JMH benchmarks in forks and gives their figures, CPU and garbage of the whole process among them. The door is
/// {@link io.heddle.bench.jmh.Jmh}. Stands on JMH only.
@NullMarked
package io.heddle.bench.jmh;

import org.jspecify.annotations.NullMarked;
