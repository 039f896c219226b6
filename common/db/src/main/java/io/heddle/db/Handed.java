package io.heddle.db;

import io.heddle.db.row.RowType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A session's connection as helidon-dbclient sees it. The client executes statements on it; what the client cannot
/// do at this version is done here, when it prepares one: values of every type and NULL, the time limit, the fetch
/// size. It may neither close the connection nor touch the transaction: both are the session's.
final class Handed implements InvocationHandler {
    private final Connection connection =
            (Connection) Proxy.newProxyInstance(Handed.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    private @Nullable Order order;
    private @Nullable PreparedStatement prepared;

    /// What the next statement is prepared with.
    ///
    /// @param connection where it runs
    /// @param values its parameters
    /// @param seconds its time limit
    /// @param fetch how many rows are fetched at a time, 0 for all
    record Order(Connection connection, @Nullable Object[] values, int seconds, int fetch) {
        /// Prepares a statement.
        ///
        /// @param keys {@link java.sql.Statement#RETURN_GENERATED_KEYS} or its contrary
        PreparedStatement prepare(String sql, int keys) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql, keys);
            if (statement.getQueryTimeout() != seconds) {
                statement.setQueryTimeout(seconds);
            }
            if (fetch > 0) {
                statement.setFetchSize(fetch);
            }
            bind(statement, values);
            return statement;
        }

        static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                RowType.bind(statement, i + 1, values[i]);
            }
        }
    }

    /// Hands the connection out for one statement.
    void order(Order next) {
        order = next;
        prepared = null;
    }

    Connection connection() {
        return connection;
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
        Order current = order;
        if (current == null) {
            throw new IllegalStateException("the connection is not handed out");
        }
        return switch (method.getName()) {
            case "setAutoCommit", "close" -> null;
            case "prepareStatement" -> prepare(current, arguments);
            default -> {
                try {
                    yield method.invoke(current.connection(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() == null ? e : e.getCause();
                }
            }
        };
    }

    private PreparedStatement prepare(Order current, @Nullable Object @Nullable [] arguments) throws SQLException {
        String sql = arguments == null ? "" : String.valueOf(arguments[0]);
        PreparedStatement statement = current.prepare(sql, java.sql.Statement.NO_GENERATED_KEYS);
        prepared = statement;
        return statement;
    }
}
