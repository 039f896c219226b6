package io.heddle.db.row;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A type that rows are read as: a record, its components named as the columns are, or one value for rows of one
/// column. A component `createdAt` is the column `created_at` in any case. Checked once; immutable.
///
/// A column may be NULL only where the component is an `Optional` or `@Nullable`.
public final class RowType<R> {
    private static final ClassValue<RowType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected RowType<?> computeValue(Class<?> type) {
            return new RowType<>(type);
        }
    };

    private final Class<R> type;
    private final List<Component> components;
    private final @Nullable Maker maker;

    /// Reads the rows of one result.
    @FunctionalInterface
    public interface Reader<R> {
        /// The row that the result stands on.
        ///
        /// @throws MismatchException when a value does not fit
        R read() throws SQLException;
    }

    private RowType(Class<R> type) {
        this.type = type;
        boolean scalar = Column.knows(type);
        if (!scalar && !type.isRecord()) {
            throw new MismatchException("rows can be read as records and as single values, not as " + type.getName());
        }
        this.components = scalar ? List.of(Component.only(type)) : Component.all(type);
        this.maker = scalar ? null : Maker.of(type);
    }

    /// The type of rows that a class stands for.
    ///
    /// @throws MismatchException when it is neither a record of known types nor one itself
    @SuppressWarnings("unchecked") // A class value keeps each under its own class.
    public static <R> RowType<R> of(Class<R> type) {
        return (RowType<R>) KNOWN.get(type);
    }

    /// Sets a parameter to a value; what Java has and a database has not is sent as what every database has: an
    /// enum as its name, a time in UTC, a record of one component as that component.
    ///
    /// @throws MismatchException when there is no way to send it
    public static void bind(PreparedStatement statement, int index, @Nullable Object value, Times times)
            throws SQLException {
        Parameter.set(statement, index, value, times);
    }

    /// Finds the columns of a result.
    ///
    /// @throws MismatchException when a component has no column, or a column no component
    public Reader<R> reader(ResultSet rows) throws SQLException {
        int[] columns = columns(rows.getMetaData());
        return maker == null ? () -> one(rows) : () -> record(rows, columns, maker);
    }

    private int[] columns(ResultSetMetaData found) throws SQLException {
        int count = found.getColumnCount();
        if (maker == null) {
            if (count != 1) {
                throw new MismatchException("one " + type.getSimpleName() + " a row needs one column, not " + count);
            }
            return new int[] {1};
        }
        int[] columns = new int[components.size()];
        boolean inOrder = count == columns.length;
        for (int i = 0; inOrder && i < count; i++) {
            inOrder = components.get(i).column().equalsIgnoreCase(found.getColumnLabel(i + 1));
            columns[i] = i + 1;
        }
        return inOrder ? columns : byName(names(found));
    }

    private int[] byName(Map<String, Integer> names) {
        int[] columns = new int[components.size()];
        for (int i = 0; i < columns.length; i++) {
            Component component = components.get(i);
            Integer column = names.remove(component.column());
            if (column == null) {
                throw new MismatchException("there is no column " + component.column() + " for " + component);
            }
            columns[i] = column;
        }
        if (!names.isEmpty()) {
            throw new MismatchException(type.getSimpleName() + " has nothing for the columns " + sorted(names));
        }
        return columns;
    }

    private static List<String> sorted(Map<String, Integer> names) {
        return names.keySet().stream().sorted().toList();
    }

    private static Map<String, Integer> names(ResultSetMetaData found) throws SQLException {
        Map<String, Integer> names = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String name = found.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (names.put(name, i) != null) {
                twice.add(name);
            }
        }
        if (!twice.isEmpty()) {
            throw new MismatchException("the columns " + twice + " come twice; give them names with AS");
        }
        return names;
    }

    private R one(ResultSet rows) throws SQLException {
        return type.cast(Objects.requireNonNull(components.getFirst().read(rows, 1)));
    }

    private R record(ResultSet rows, int[] columns, Maker made) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = components.get(i).read(rows, columns[i]);
        }
        return type.cast(made.make(values));
    }
}
