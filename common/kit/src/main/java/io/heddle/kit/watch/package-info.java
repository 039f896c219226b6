/// Who wants to know: long polls and event streams on anything that has a revision, each a parked virtual thread.
/// The door is {@link io.heddle.kit.watch.Watchers}. Floor 5: stands on task.
@NullMarked
package io.heddle.kit.watch;

import org.jspecify.annotations.NullMarked;
