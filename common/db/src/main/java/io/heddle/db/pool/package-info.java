/// Connections: one bounded pool for the primary and one for each replica. The door is {@link
/// io.heddle.db.pool.Pools}. Stands on `error`.
@NullMarked
package io.heddle.db.pool;

import org.jspecify.annotations.NullMarked;
