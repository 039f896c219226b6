package io.heddle.db.error;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells failures of JDBC apart by SQLState and vendor code (MySQL, MariaDB and H2). Safe for use by any thread.
public final class SqlFailures {
    private static final Set<Integer> DUPLICATE = Set.of(1062, 1586, 23505);
    private static final Set<Integer> DEADLOCK = Set.of(1213, 40001, 90131);
    private static final Set<Integer> LOCK_TIMEOUT = Set.of(1205, 50200, 3572);
    private static final Set<Integer> TIMEOUT = Set.of(1317, 1969, 3024, 57014);
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836, 90097);
    private static final Set<Integer> LOST = Set.of(1053, 1152, 1927, 2006, 2013, 90067, 90098, 90121, 90007);
    private static final Set<Integer> CONSTRAINT = Set.of(1048, 1264, 1364, 1406, 3819, 4025);

    private final boolean values;

    private SqlFailures(boolean values) {
        this.values = values;
    }

    /// Makes failures whose causes show values only when asked to: the messages of databases quote them.
    public static SqlFailures showingValues(boolean values) {
        return new SqlFailures(values);
    }

    /// The failure that an exception of JDBC stands for.
    ///
    /// @param statement the statement without values, for the log
    public DatabaseException of(SQLException failure, String statement) {
        Reason reason = reason(failure);
        SQLException cause = values ? failure : blank(failure, reason, statement);
        return reason == Reason.DUPLICATE_KEY ? new DuplicateKeyException(cause) : new DatabaseException(reason, cause);
    }

    /// Why it failed.
    public static Reason reason(SQLException failure) {
        int code = failure.getErrorCode();
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (DUPLICATE.contains(code)) {
            return Reason.DUPLICATE_KEY;
        } else if (LOCK_TIMEOUT.contains(code)) {
            return Reason.LOCK_TIMEOUT;
        } else if (DEADLOCK.contains(code) || state.startsWith("40")) {
            return Reason.DEADLOCK;
        } else if (failure instanceof SQLTimeoutException || TIMEOUT.contains(code)) {
            return Reason.TIMEOUT;
        } else if (READ_ONLY.contains(code) || state.equals("25006")) {
            return Reason.READ_ONLY;
        } else if (LOST.contains(code)
                || state.startsWith("08")
                || failure instanceof SQLTransientConnectionException) {
            return Thread.currentThread().isInterrupted() ? Reason.INTERRUPTED : Reason.CONNECTION_LOST;
        }
        return isConstraint(failure, code, state) ? Reason.CONSTRAINT : Reason.STATEMENT;
    }

    private static boolean isConstraint(SQLException failure, int code, String state) {
        return CONSTRAINT.contains(code)
                || state.startsWith("22")
                || state.startsWith("23")
                || failure instanceof SQLIntegrityConstraintViolationException;
    }

    /// The same without its message, except where that is about the statement itself.
    private static SQLException blank(SQLException failure, Reason reason, String statement) {
        String message = reason + ", error " + failure.getErrorCode() + ", in: " + statement;
        boolean told = reason == Reason.STATEMENT && startsWith(failure.getSQLState(), "42");
        SQLException blank = new SQLException(
                told ? message + ": " + words(failure) : message, failure.getSQLState(), failure.getErrorCode());
        blank.setStackTrace(failure.getStackTrace());
        return blank;
    }

    /// H2 repeats the statement as it was written.
    private static String words(SQLException failure) {
        String words = String.valueOf(failure.getMessage());
        int repeated = words.indexOf("; SQL statement:");
        return repeated < 0 ? words : words.substring(0, repeated);
    }

    private static boolean startsWith(@Nullable String state, String prefix) {
        return state != null && state.startsWith(prefix);
    }
}
