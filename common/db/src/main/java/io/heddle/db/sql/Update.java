package io.heddle.db.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes rows of one table: those that meet a condition, or all when that is said.
///
/// @param table what is changed
/// @param changes what becomes of their columns
/// @param criteria what rows must meet
/// @param all whether all rows are meant when there is no condition
public record Update(Table table, List<Change> changes, List<Criterion> criteria, boolean all)
        implements Filtered<Update> {
    /// Checks the names and copies the lists in.
    public Update {
        changes = List.copyOf(changes);
        criteria = List.copyOf(criteria);
        changes.forEach(change -> table.quoted(change.column()));
    }

    /// What becomes of a column.
    ///
    /// @param column its name
    /// @param value the value that it gets, or that is added to it
    /// @param added whether it is added
    public record Change(String column, @Nullable Object value, boolean added) {}

    /// Gives a column a value, which may be null.
    ///
    /// @throws IllegalArgumentException when the column is not listed
    public Update set(String column, @Nullable Object value) {
        return change(new Change(column, value, false));
    }

    /// Gives a column a value, or leaves it as it is when there is none.
    public Update setIf(String column, Optional<?> value) {
        table.quoted(column);
        return value.isPresent() ? set(column, value) : this;
    }

    /// Adds to a number, in the database: what others added meanwhile is not lost.
    public Update add(String column, Number amount) {
        return change(new Change(column, amount, true));
    }

    private Update change(Change next) {
        return new Update(table, Criterion.join(changes, List.of(next)), criteria, all);
    }

    @Override
    public Update with(List<Criterion> more) {
        return new Update(table, changes, Criterion.join(criteria, more), all);
    }

    /// Means all rows, if there is no condition.
    public Update everything() {
        return new Update(table, changes, criteria, true);
    }

    /// @throws IllegalStateException when nothing is changed, or there is no condition and nobody said that all
    ///     rows are meant
    @Override
    public String sql() {
        if (changes.isEmpty()) {
            throw new IllegalStateException("an update of " + table + " must change something");
        } else if (criteria.isEmpty() && !all) {
            throw new IllegalStateException("to change all rows of " + table + " say everything()");
        }
        return "update " + table.quoted() + " set "
                + changes.stream().map(this::text).collect(Collectors.joining(", "))
                + Criterion.clause(criteria);
    }

    private String text(Change change) {
        String column = table.quoted(change.column());
        return column + " = " + (change.added() ? column + " + ?" : "?");
    }

    @Override
    public List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        changes.forEach(change -> values.add(change.value()));
        values.addAll(Criterion.values(criteria));
        return values;
    }
}
