package io.heddle.db.migration;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// A step in Java as Flyway takes it.
///
/// @param step the step
record Coded(JavaStep step) implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(step.version());
    }

    @Override
    public String getDescription() {
        return step.description();
    }

    /// What Java does has no sum.
    @Override
    @SuppressWarnings("NullAway") // Flyway's word for none.
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        step.change().on(context.getConnection());
    }
}
