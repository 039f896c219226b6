package io.heddle.db.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deletes rows of one table: those that meet a condition, or all when that is said.
///
/// @param table what is deleted from
/// @param criteria what rows must meet
/// @param all whether all rows are meant when there is no condition
public record Delete(Table table, List<Criterion> criteria, boolean all) implements Filtered<Delete> {
    /// Copies the list in.
    public Delete {
        criteria = List.copyOf(criteria);
    }

    @Override
    public Delete with(List<Criterion> more) {
        return new Delete(table, Criterion.join(criteria, more), all);
    }

    /// Means all rows, if there is no condition.
    public Delete everything() {
        return new Delete(table, criteria, true);
    }

    /// @throws IllegalStateException when there is no condition and nobody said that all rows are meant
    @Override
    public String sql() {
        if (criteria.isEmpty() && !all) {
            throw new IllegalStateException("to delete all rows of " + table + " say everything()");
        }
        return "delete from " + table.quoted() + Criterion.clause(criteria);
    }

    @Override
    public List<@Nullable Object> values() {
        return Criterion.values(criteria);
    }
}
