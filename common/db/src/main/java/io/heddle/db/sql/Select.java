package io.heddle.db.sql;

import io.heddle.contract.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads rows of one table.
///
/// @param table what is read
/// @param columns which of its columns
/// @param criteria what rows must meet
/// @param order what comes first
/// @param range which of the rows found
public record Select(Table table, List<String> columns, List<Criterion> criteria, List<Order> order, Range range)
        implements Filtered<Select> {
    /// All rows that are found.
    static final Range ALL = new Range(-1, 0, false);

    /// Checks the names and copies the lists in.
    public Select {
        columns = List.copyOf(columns);
        criteria = List.copyOf(criteria);
        order = List.copyOf(order);
        columns.forEach(table::quoted);
        order.forEach(each -> table.quoted(each.column()));
    }

    /// One column that rows are ordered by.
    ///
    /// @param column its name
    /// @param direction which way
    public record Order(String column, Direction direction) {}

    /// A part of the rows found.
    ///
    /// @param limit the most, -1 for all
    /// @param offset how many are left out before
    /// @param locked whether others must wait until the transaction ends before they may change them
    public record Range(int limit, long offset, boolean locked) {}

    @Override
    public Select with(List<Criterion> more) {
        return new Select(table, columns, Criterion.join(criteria, more), order, range);
    }

    /// Ordered by this column too, after those named before.
    ///
    /// @throws ServiceException a 400 when the column is not listed: the name may well be the client's
    public Select orderBy(String column, Direction direction) {
        if (!table.has(column)) {
            throw ServiceException.invalid("order", "must be one of " + String.join(", ", table.columns()));
        }
        return new Select(
                table, columns, criteria, Criterion.join(order, List.of(new Order(column, direction))), range);
    }

    /// At most so many.
    ///
    /// @throws IllegalArgumentException when it is less than 0
    public Select limit(int most) {
        return ranged(new Range(notNegative(most), range.offset(), range.locked()));
    }

    /// Without the first so many. It needs a limit.
    ///
    /// @throws IllegalArgumentException when it is less than 0
    public Select offset(long leftOut) {
        return ranged(new Range(range.limit(), notNegative(leftOut), range.locked()));
    }

    /// One page.
    ///
    /// @param page its number, the first is 1
    /// @param limit the most rows on it
    /// @throws ServiceException a 400 when either is less than 1
    public Select page(int page, int limit) {
        if (page < 1) {
            throw ServiceException.invalid("page", "must be 1 or more");
        } else if (limit < 1) {
            throw ServiceException.invalid("limit", "must be 1 or more");
        }
        return limit(limit).offset((page - 1L) * limit);
    }

    /// Keeps the rows from being changed by others until the transaction ends.
    public Select forUpdate() {
        return ranged(new Range(range.limit(), range.offset(), true));
    }

    /// How many rows there are with these conditions, on all pages.
    public Count count() {
        return new Count(table, criteria);
    }

    private Select ranged(Range other) {
        return new Select(table, columns, criteria, order, other);
    }

    private static <N extends Number> N notNegative(N number) {
        if (number.longValue() < 0) {
            throw new IllegalArgumentException("a limit or an offset must be 0 or more");
        }
        return number;
    }

    @Override
    public String sql() {
        if (range.offset() > 0 && range.limit() < 0) {
            throw new IllegalStateException("an offset needs a limit");
        }
        String ordered = order.stream()
                .map(each ->
                        table.quoted(each.column()) + ' ' + each.direction().word())
                .collect(Collectors.joining(", "));
        return "select " + table.quoted(columns) + " from " + table.quoted() + Criterion.clause(criteria)
                + (ordered.isEmpty() ? "" : " order by " + ordered)
                + (range.limit() < 0 ? "" : " limit ? offset ?")
                + (range.locked() ? " for update" : "");
    }

    @Override
    public List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(Criterion.values(criteria));
        if (range.limit() >= 0) {
            Stream.of(range.limit(), range.offset()).forEach(values::add);
        }
        return values;
    }
}
