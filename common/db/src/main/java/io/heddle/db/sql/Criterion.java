package io.heddle.db.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One condition that rows must meet. Only this room makes any, so that its text is ours.
///
/// @param sql its text
/// @param values the values in it
record Criterion(String sql, List<Object> values) {
    private static final int MOST_VALUES = 10_000;

    static Criterion compare(String column, Comparison comparison, @Nullable Object value) {
        Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (given == null) {
            throw new IllegalArgumentException(
                    "nothing compares with NULL: for " + column + " use whereNull, or whereIf to leave it out");
        }
        return new Criterion(column + ' ' + comparison.sign() + " ?", List.of(given));
    }

    static Criterion isNull(String column) {
        return new Criterion(column + " is null", List.of());
    }

    static Criterion isNotNull(String column) {
        return new Criterion(column + " is not null", List.of());
    }

    /// A list of nothing holds nothing.
    static Criterion in(String column, Collection<?> values) {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "a list for " + column + " has " + values.size() + " values, more than " + MOST_VALUES);
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a list for " + column + " holds null, which no row is equal to");
        }
        return values.isEmpty()
                ? new Criterion("1 = 0", List.of())
                : new Criterion(
                        column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ')',
                        List.copyOf(values));
    }

    static Criterion contains(String column, String text) {
        String plain = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return new Criterion(column + " like ? escape '!'", List.of('%' + plain + '%'));
    }

    /// All of them as a clause, empty when there are none.
    static String clause(List<Criterion> criteria) {
        return criteria.isEmpty()
                ? ""
                : criteria.stream().map(Criterion::sql).collect(Collectors.joining(" and ", " where ", ""));
    }

    static List<@Nullable Object> values(List<Criterion> criteria) {
        List<@Nullable Object> values = new ArrayList<>();
        criteria.forEach(criterion -> values.addAll(criterion.values()));
        return values;
    }

    static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
