package io.heddle.db;

import io.heddle.db.error.DatabaseException;
import io.heddle.db.row.MismatchException;
import io.heddle.db.row.RowType;
import io.heddle.db.watch.Watch;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs statements: helidon-dbclient executes them, rows are read from the result that it leaves open. What it
/// cannot do at this version, generated keys and batches, is done on the connection itself.
final class OpenSession implements Session, AutoCloseable {
    private static final int FETCH = 256;

    private final List<OpenRows<?>> open = new ArrayList<>(0);
    private final Held held;
    private final Handed handed;
    private final DbExecute client;
    private final Watch watch;

    OpenSession(Held held, DbExecute client, Watch watch) {
        this.held = held;
        this.handed = new Handed(held, watch);
        this.client = client;
        this.watch = watch;
    }

    /// What is done with a result.
    private interface Use<T> {
        T of(Stream<DbRow> source, ResultSet rows) throws SQLException;
    }

    /// The connection as helidon-dbclient may have it.
    Connection handed() {
        return handed.connection();
    }

    @Override
    public <R> Optional<R> one(Class<R> type, String sql, @Nullable Object... values) {
        RowType<R> row = RowType.of(type);
        return query(sql, values, 0, (source, rows) -> {
            try (source) {
                Optional<R> first = rows.next() ? Optional.of(row.reader(rows).read()) : Optional.empty();
                if (first.isPresent() && rows.next()) {
                    throw new MismatchException("there is more than one row: " + watch.name(sql));
                }
                return first;
            }
        });
    }

    @Override
    public <R> List<R> list(Class<R> type, String sql, @Nullable Object... values) {
        RowType<R> row = RowType.of(type);
        int most = watch.settings().maxRows();
        return query(sql, values, 0, (source, rows) -> {
            try (source) {
                RowType.Reader<R> reader = row.reader(rows);
                List<R> all = new ArrayList<>();
                while (rows.next()) {
                    if (all.size() == most) {
                        throw new MismatchException(
                                "there are more than " + most + " rows, take stream or page: " + watch.name(sql));
                    }
                    all.add(reader.read());
                }
                return List.copyOf(all);
            }
        });
    }

    @Override
    public <R> Rows<R> stream(Class<R> type, String sql, @Nullable Object... values) {
        RowType<R> row = RowType.of(type);
        return query(sql, values, FETCH, (source, rows) -> {
            OpenRows<R> opened = new OpenRows<>(held, watch, source, rows, row.reader(rows));
            open.add(opened);
            return opened;
        });
    }

    private <T> T query(String sql, @Nullable Object[] values, int fetch, Use<T> use) {
        held.mustBeUsable();
        handed.order(values, fetch);
        Supplier<T> attempt = () -> watch.run(
                held.run(sql, values),
                () -> handed.limited(() -> {
                    Stream<DbRow> source = execute(
                            () -> client.createNamedQuery(watch.name(sql), sql).execute());
                    return use.of(source, handed.prepared().getResultSet());
                }));
        try {
            return attempt.get();
        } catch (DatabaseException e) {
            if (held.movedOn(held.failed(e))) {
                return attempt.get();
            }
            throw e;
        }
    }

    @Override
    public long update(String sql, @Nullable Object... values) {
        return change(sql, values, () -> {
            return execute(
                    () -> client.createNamedDmlStatement(watch.name(sql), sql).execute());
        });
    }

    @Override
    public long insert(String sql, @Nullable Object... values) {
        return change(sql, values, () -> {
            try (PreparedStatement statement = handed.prepare(sql, Statement.RETURN_GENERATED_KEYS)) {
                statement.executeUpdate();
                return key(statement, sql);
            }
        });
    }

    /// H2 gives all columns that the database filled in, MySQL and MariaDB one that stands for the key.
    private long key(PreparedStatement statement, String sql) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            ResultSetMetaData columns = keys.getMetaData();
            int count = keys.next() ? columns.getColumnCount() : 0;
            for (int i = 1; i <= count; i++) {
                if (columns.isAutoIncrement(i) || columns.getColumnLabel(i).equals("GENERATED_KEY")) {
                    return keys.getLong(i);
                }
            }
            throw new MismatchException("the database made no key: " + watch.name(sql));
        }
    }

    @Override
    public long[] batch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            held.mustBeWritable();
            return new long[0];
        }
        return change(sql, new Object[0], () -> {
            try (PreparedStatement statement = handed.prepare(sql, Statement.NO_GENERATED_KEYS)) {
                for (List<? extends @Nullable Object> row : rows) {
                    handed.bind(statement, row.toArray());
                    statement.addBatch();
                }
                return statement.executeLargeBatch();
            }
        });
    }

    private <T> T change(String sql, @Nullable Object[] values, Watch.SqlWork<T> work) {
        held.mustBeWritable();
        handed.order(values, 0);
        try {
            return watch.run(held.run(sql, values), () -> handed.limited(work));
        } catch (DatabaseException e) {
            throw held.failed(e);
        }
    }

    /// Lets helidon-dbclient execute a statement; what JDBC threw comes out as it was.
    private static <T> T execute(Supplier<T> execution) throws SQLException {
        try {
            return execution.get();
        } catch (DbClientException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw sql;
                }
            }
            throw e;
        }
    }

    /// Commits, after the rows that are still open were closed.
    void commit() {
        closeRows();
        held.commit();
    }

    /// Ends without a commit, unless there was one.
    @Override
    public void close() {
        try (held) {
            closeRows();
        }
    }

    private void closeRows() {
        List<OpenRows<?>> all = List.copyOf(open);
        open.clear();
        all.forEach(OpenRows::close);
    }
}
