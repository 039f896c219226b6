/// Brings a schema up to date, by Flyway: numbered steps in SQL and Java, each run once and recorded. The door is
/// {@link io.heddle.db.migration.Migrations}. Stands on {@link io.heddle.db.DatabaseSettings}.
@NullMarked
package io.heddle.db.migration;

import org.jspecify.annotations.NullMarked;
