package io.heddle.db.migration;

import java.sql.Connection;
import java.sql.SQLException;

/// A step that is written in Java. It commits with its record, as far as the database lets schemas be changed in a
/// transaction.
///
/// @param version its number, as `3` or `3.1`, which no other step has
/// @param description what it does, in a few words
/// @param author who wrote it
/// @param change does it
public record JavaStep(String version, String description, String author, Change change) {
    /// What a step does.
    @FunctionalInterface
    public interface Change {
        /// Does it. The connection is neither committed nor closed here.
        void on(Connection connection) throws SQLException;
    }
}
