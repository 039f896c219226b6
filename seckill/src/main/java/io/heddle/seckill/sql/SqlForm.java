package io.heddle.seckill.sql;

/// How a claim is put to the database.
public enum SqlForm {
    /// One transaction for each claim: insert the order where units are left, count it at the sale, read it back. The
    /// unique key of the user refuses a second order.
    CLASSIC,
    /// Reads the sale and the user's order first, and begins the transaction only where a unit could be had.
    SELECT_FIRST,
    /// All of it in a stored procedure, so that one call goes to the server. Where there are none (H2) it is
    /// {@link #SELECT_FIRST}.
    ONE_STATEMENT
}
