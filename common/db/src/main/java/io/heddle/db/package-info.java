/// A relational database: statements by session, transactions, replicas. The door is {@link io.heddle.db.Database}.
/// Stands on its own rooms `pool`, `row`, `sql`, `watch` and `error`; `migration` stands on it.
@NullMarked
package io.heddle.db;

import org.jspecify.annotations.NullMarked;
