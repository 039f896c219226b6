/// Who wants to know of changed entries. The door is {@link io.heddle.configcenter.watch.EntryWatch}. Stands on the
/// catalog.
@NullMarked
package io.heddle.configcenter.watch;

import org.jspecify.annotations.NullMarked;
