package io.heddle.db;

import io.heddle.db.row.RowType;
import io.heddle.db.watch.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Rows that are still with the database.
final class OpenRows<R> implements Rows<R> {
    private final Held held;
    private final Watch watch;
    private final AutoCloseable source;
    private final ResultSet rows;
    private final RowType.Reader<R> reader;
    private boolean begun;
    private boolean closed;
    private @Nullable R next;

    OpenRows(Held held, Watch watch, AutoCloseable source, ResultSet rows, RowType.Reader<R> reader) {
        this.held = held;
        this.watch = watch;
        this.source = source;
        this.rows = rows;
        this.reader = reader;
    }

    @Override
    public Iterator<R> iterator() {
        if (begun) {
            throw new IllegalStateException("rows can be gone through once");
        }
        begun = true;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (next == null) {
                    read();
                }
                return next != null;
            }

            @Override
            public R next() {
                R row = hasNext() ? next : null;
                if (row == null) {
                    throw new NoSuchElementException("there are no more rows");
                }
                next = null;
                return row;
            }
        };
    }

    private void read() {
        held.mustBeUsable();
        if (closed) {
            throw new IllegalStateException("the rows are closed");
        }
        watch.quietly("reading rows", () -> next = rows.next() ? reader.read() : null);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            watch.quietly("closing rows", this::closeSource);
        }
    }

    private void closeSource() throws SQLException {
        try {
            source.close();
        } catch (Exception e) {
            throw new SQLException("the rows did not close", e);
        }
    }
}
