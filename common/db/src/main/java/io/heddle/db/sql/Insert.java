package io.heddle.db.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Inserts rows into one table, in one statement: one row by its columns, or many.
///
/// @param table what is inserted into
/// @param columns which of its columns get values
/// @param rows the values of each row, in the order of the columns
/// @param replaced the columns that are changed where a row with the same key is there already
public record Insert(Table table, List<String> columns, List<Values> rows, List<String> replaced) implements Statement {
    /// Checks the names and copies the lists in.
    public Insert {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        replaced = List.copyOf(replaced);
        columns.forEach(table::quoted);
        replaced.forEach(table::quoted);
    }

    /// The values of one row.
    ///
    /// @param all in the order of the columns
    public record Values(List<@Nullable Object> all) {
        /// Copies the values in.
        public Values {
            all = Collections.unmodifiableList(new ArrayList<>(all));
        }
    }

    /// Gives a column of the only row a value, which may be null.
    ///
    /// @throws IllegalArgumentException when the column is not listed or has its value
    public Insert value(String column, @Nullable Object value) {
        if (columns.contains(column) || rows.size() > 1) {
            throw new IllegalArgumentException("the column " + column + " has its value");
        }
        List<@Nullable Object> more =
                new ArrayList<>(rows.isEmpty() ? List.of() : rows.getFirst().all());
        more.add(value);
        return new Insert(table, Criterion.join(columns, List.of(column)), List.of(new Values(more)), replaced);
    }

    /// Names the columns that {@link #row} gives values.
    ///
    /// @throws IllegalArgumentException when one is not listed
    public Insert columns(String first, String... more) {
        return new Insert(table, Criterion.join(List.of(first), List.of(more)), List.of(), replaced);
    }

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException when there are not as many values as columns
    public Insert row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns need as many values, not " + values.length);
        }
        return new Insert(
                table, columns, Criterion.join(rows, List.of(new Values(java.util.Arrays.asList(values)))), replaced);
    }

    /// Where a row with the same key is there already, gives these columns of it the new values instead.
    ///
    /// @throws IllegalArgumentException when one is not listed
    public Insert orUpdate(String first, String... more) {
        return new Insert(table, columns, rows, Criterion.join(List.of(first), List.of(more)));
    }

    /// @throws IllegalStateException when there is no row
    @Override
    public String sql() {
        if (rows.isEmpty()) {
            throw new IllegalStateException("an insert into " + table + " must have a row");
        }
        String row = '(' + String.join(", ", Collections.nCopies(columns.size(), "?")) + ')';
        String changes = replaced.stream()
                .map(table::quoted)
                .map(column -> column + " = values(" + column + ')')
                .collect(Collectors.joining(", "));
        return "insert into " + table.quoted() + " (" + table.quoted(columns) + ") values "
                + String.join(", ", Collections.nCopies(rows.size(), row))
                + (changes.isEmpty() ? "" : " on duplicate key update " + changes);
    }

    @Override
    public List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.addAll(row.all()));
        return values;
    }
}
