/// Values between Java and the columns of a database: rows to records, values to parameters. The door is {@link
/// io.heddle.db.row.RowType}. Stands on nothing of ours.
@NullMarked
package io.heddle.db.row;

import org.jspecify.annotations.NullMarked;
