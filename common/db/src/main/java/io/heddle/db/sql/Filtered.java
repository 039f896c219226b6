package io.heddle.db.sql;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A statement about the rows that meet all its conditions. 0, `false` and the empty text are values as any other.
///
/// @param <S> the statement itself
public sealed interface Filtered<S extends Filtered<S>> extends Statement permits Select, Count, Update, Delete {
    /// The table that it is about.
    Table table();

    /// The same with more conditions; only this room can make any.
    S with(List<Criterion> more);

    /// Rows with that value.
    ///
    /// @throws IllegalArgumentException when the column is not listed, or the value is null
    default S where(String column, Object value) {
        return where(column, Comparison.EQUAL, value);
    }

    /// Rows whose value compares so.
    ///
    /// @throws IllegalArgumentException when the column is not listed, or the value is null
    default S where(String column, Comparison comparison, Object value) {
        return with(List.of(Criterion.compare(table().quoted(column), comparison, value)));
    }

    /// Rows with that value; no condition at all when it is null or an empty `Optional`.
    default S whereIf(String column, @Nullable Object value) {
        return whereIf(column, Comparison.EQUAL, value);
    }

    /// Rows whose value compares so; no condition at all when it is null or an empty `Optional`.
    default S whereIf(String column, Comparison comparison, @Nullable Object value) {
        String name = table().quoted(column);
        boolean absent = value == null || (value instanceof Optional<?> optional && optional.isEmpty());
        return with(absent ? List.of() : List.of(Criterion.compare(name, comparison, value)));
    }

    /// Rows without a value.
    default S whereNull(String column) {
        return with(List.of(Criterion.isNull(table().quoted(column))));
    }

    /// Rows with any value.
    default S whereNotNull(String column) {
        return with(List.of(Criterion.isNotNull(table().quoted(column))));
    }

    /// Rows with one of these values; no row when there are none.
    ///
    /// @throws IllegalArgumentException when the column is not listed, or a value is null
    default S whereIn(String column, Collection<?> values) {
        return with(List.of(Criterion.in(table().quoted(column), values)));
    }

    /// Rows whose text holds this text, whatever characters are in it.
    default S whereContains(String column, String text) {
        return with(List.of(Criterion.contains(table().quoted(column), text)));
    }
}
