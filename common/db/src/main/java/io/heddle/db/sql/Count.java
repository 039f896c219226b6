package io.heddle.db.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts rows of one table.
///
/// @param table what is counted
/// @param criteria what rows must meet
public record Count(Table table, List<Criterion> criteria) implements Filtered<Count> {
    /// Copies the list in.
    public Count {
        criteria = List.copyOf(criteria);
    }

    @Override
    public Count with(List<Criterion> more) {
        return new Count(table, Criterion.join(criteria, more));
    }

    @Override
    public String sql() {
        return "select count(*) from " + table.quoted() + Criterion.clause(criteria);
    }

    @Override
    public List<@Nullable Object> values() {
        return Criterion.values(criteria);
    }
}
