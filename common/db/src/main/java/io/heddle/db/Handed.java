package io.heddle.db;

import io.heddle.db.row.RowType;
import io.heddle.db.row.Times;
import io.heddle.db.watch.Limit;
import io.heddle.db.watch.Watch;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A session's connection as helidon-dbclient sees it. The client executes statements on it; what the client cannot
/// do at this version is done here, when it prepares one: values of every type and NULL, the time limit, the fetch
/// size. It may neither close the connection nor touch the transaction: both are the session's.
final class Handed implements InvocationHandler {
    private static final Limit NONE = () -> false;

    private final Connection connection =
            (Connection) Proxy.newProxyInstance(Handed.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    private final Held held;
    private final Watch watch;
    private @Nullable Object[] values = {};
    private int fetch;
    private @Nullable PreparedStatement prepared;
    private Limit limit = NONE;

    Handed(Held held, Watch watch) {
        this.held = held;
        this.watch = watch;
    }

    Connection connection() {
        return connection;
    }

    /// Says what the next statement that helidon-dbclient prepares is to have.
    ///
    /// @param parameters its values
    /// @param rows how many rows are fetched at a time, 0 for all
    void order(@Nullable Object[] parameters, int rows) {
        values = parameters;
        fetch = rows;
    }

    /// The statement that was prepared last.
    PreparedStatement prepared() {
        PreparedStatement last = prepared;
        if (last == null) {
            throw new IllegalStateException("no statement was prepared");
        }
        return last;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "setAutoCommit", "close" -> null;
            case "prepareStatement" ->
                prepare(arguments == null ? "" : String.valueOf(arguments[0]), Statement.NO_GENERATED_KEYS);
            default -> {
                try {
                    yield method.invoke(held.lease().connection(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() == null ? e : e.getCause();
                }
            }
        };
    }

    /// Prepares a statement with what was ordered.
    ///
    /// @param keys {@link Statement#RETURN_GENERATED_KEYS} or its contrary
    PreparedStatement prepare(String sql, int keys) throws SQLException {
        PreparedStatement statement = held.lease().connection().prepareStatement(sql, keys);
        prepared = statement;
        if (fetch > 0) {
            statement.setFetchSize(fetch);
        }
        bind(statement, values);
        limit = watch.limit(statement, held.end());
        return statement;
    }

    void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        Times times = held.lease().type().equals("h2") ? Times.TYPED : Times.TEXT;
        for (int i = 0; i < row.length; i++) {
            RowType.bind(statement, i + 1, row[i], times);
        }
    }

    /// Does what a statement is prepared for, within its limit. A connection on which one was stopped is not used
    /// again.
    <T> T limited(Watch.SqlWork<T> work) throws SQLException {
        T result;
        try {
            result = work.run();
        } catch (SQLException e) {
            refuseLate(e);
            throw e;
        } catch (RuntimeException | Error e) {
            limit.over();
            throw e;
        }
        refuseLate(null);
        return result;
    }

    private void refuseLate(@Nullable SQLException cause) throws SQLTimeoutException {
        Limit last = limit;
        limit = NONE;
        if (last.over()) {
            held.lease().discard();
            throw new SQLTimeoutException("the time of the statement was up", cause);
        }
    }
}
