/// Many watchers of a centre at once, each a parked virtual thread on a socket of its own. The door is
/// {@link io.heddle.bench.watcher.Watchers}. Stands on the JDK only.
@NullMarked
package io.heddle.bench.watcher;

import org.jspecify.annotations.NullMarked;
