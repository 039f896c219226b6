package io.heddle.db;

import io.heddle.contract.reply.Page;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs statements on one connection. It belongs to the thread that got it, and ends with the work it was made for.
///
/// A statement is a text with a `?` for each value. Never put a value into the text. What rows can be read as is
/// told at {@link io.heddle.db.row.RowType}; every method throws {@link io.heddle.db.error.DatabaseException} when
/// the database fails, and {@link io.heddle.db.row.MismatchException} when rows or values do not fit.
public interface Session {
    /// The only row, if there is one.
    ///
    /// @throws io.heddle.db.row.MismatchException when there are more
    <R> Optional<R> one(Class<R> type, String sql, @Nullable Object... values);

    /// All rows.
    ///
    /// @throws io.heddle.db.row.MismatchException when there are more than the settings let a list have
    <R> List<R> list(Class<R> type, String sql, @Nullable Object... values);

    /// The rows one after the other, for results that are too long for a list.
    <R> Rows<R> stream(Class<R> type, String sql, @Nullable Object... values);

    /// Changes rows.
    ///
    /// @return how many were found
    long update(String sql, @Nullable Object... values);

    /// Inserts one row.
    ///
    /// @return the key that the database made for it
    /// @throws io.heddle.db.row.MismatchException when it made none
    long insert(String sql, @Nullable Object... values);

    /// Runs one statement with many rows of values.
    ///
    /// @return how many rows each of them changed
    long[] batch(String sql, List<? extends List<? extends @Nullable Object>> rows);

    /// The only row of a statement that was built, if there is one.
    default <R> Optional<R> one(Class<R> type, Statement statement) {
        return one(type, statement.sql(), statement.values().toArray());
    }

    /// All rows of a statement that was built.
    default <R> List<R> list(Class<R> type, Statement statement) {
        return list(type, statement.sql(), statement.values().toArray());
    }

    /// The rows of a statement that was built, one after the other.
    default <R> Rows<R> stream(Class<R> type, Statement statement) {
        return stream(type, statement.sql(), statement.values().toArray());
    }

    /// Changes rows by a statement that was built.
    default long update(Statement statement) {
        return update(statement.sql(), statement.values().toArray());
    }

    /// Inserts one row by a statement that was built, and gives the key that the database made.
    default long insert(Statement statement) {
        return insert(statement.sql(), statement.values().toArray());
    }

    /// How many rows a statement finds.
    default long count(Statement count) {
        return one(Long.class, count).orElse(0L);
    }

    /// One page of what a statement finds, and how much there is in all.
    ///
    /// @param page the number of the page, the first is 1
    /// @param limit the most rows on a page
    /// @throws io.heddle.contract.error.ServiceException a 400 when either is less than 1
    default <R> Page<R> page(Class<R> type, Select select, int page, int limit) {
        Select limited = select.page(page, limit);
        long total = count(select.count());
        return new Page<>(total == 0 ? List.of() : list(type, limited), total, page, limit);
    }
}
