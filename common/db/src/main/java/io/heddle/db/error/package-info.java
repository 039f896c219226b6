/// What goes wrong with a database, as errors with stable codes. The door is {@link
/// io.heddle.db.error.SqlFailures}, which tells one {@link java.sql.SQLException} from another.
@NullMarked
package io.heddle.db.error;

import org.jspecify.annotations.NullMarked;
