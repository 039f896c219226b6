/// Who wants to know: long polls and event streams on the catalog, each a parked virtual thread. The door is
/// {@link io.heddle.registry.watch.Watchers}. Stands on the catalog.
@NullMarked
package io.heddle.registry.watch;

import org.jspecify.annotations.NullMarked;
