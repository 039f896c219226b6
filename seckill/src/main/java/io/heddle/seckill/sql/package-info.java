/// The sale in a database (H2, MariaDB, MySQL): a row for each sale and one for each win, a transaction for each
/// decision. It is the baseline that the other engines are measured against. The door is {@link
/// io.heddle.seckill.sql.SqlStock}. Stands on `sale` and the database room of the kit.
@NullMarked
package io.heddle.seckill.sql;

import org.jspecify.annotations.NullMarked;
