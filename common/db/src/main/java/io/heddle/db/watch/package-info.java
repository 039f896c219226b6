/// What is seen of statements: spans, times, and the log of slow ones. The door is {@link
/// io.heddle.db.watch.Watch}.
@NullMarked
package io.heddle.db.watch;

import org.jspecify.annotations.NullMarked;
