package io.heddle.db;

import java.sql.Connection;

/// What a transaction may see of others that run at the same time.
public enum Isolation {
    /// Changes that are not committed.
    READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
    /// What was committed when a statement began.
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /// What was committed when the transaction began.
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /// As if there were no others.
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
        this.level = level;
    }

    /// The number that JDBC has for it.
    int level() {
        return level;
    }
}
