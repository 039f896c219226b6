package io.heddle.db.row;

/// How times are sent.
public enum Times {
    /// As what they are.
    TYPED,
    /// As text, to the microsecond. MySQL's driver takes a MariaDB for a server so old that it cuts their
    /// fractions.
    TEXT
}
