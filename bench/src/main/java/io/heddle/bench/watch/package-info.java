/// How fast a change in a registry reaches those who watch it, seen from outside. The door is
/// {@link io.heddle.bench.watch.Crowd}. Stands on the JDK only.
@NullMarked
package io.heddle.bench.watch;

import org.jspecify.annotations.NullMarked;
