/// Statements that are built: names are checked against a table that the author listed, values are always bound.
/// The door is {@link io.heddle.db.sql.Table}. Stands on nothing of ours.
@NullMarked
package io.heddle.db.sql;

import org.jspecify.annotations.NullMarked;
