package io.heddle.db.sql;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table as the author of a program knows it: its name and columns. What is built from it can name no other
/// column, so a name that a client sent is either one of these or refused. Immutable.
///
///     static final Table ARTICLE = Table.of("article", "id", "author_id", "title");
///
///     session.list(Article.class, ARTICLE.select().whereIf("author_id", author).orderBy("id", DESCENDING))
public final class Table {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final String name;
    private final List<String> columns;
    private final Set<String> known;

    private Table(String name, List<String> columns) {
        this.name = checked(name);
        this.columns = columns.stream().map(Table::checked).toList();
        this.known = Set.copyOf(columns);
    }

    /// A table and its columns, in the order that {@link #select} gives them.
    ///
    /// @throws IllegalArgumentException when a name is none, a column comes twice, or there is none
    public static Table of(String name, String... columns) {
        if (columns.length == 0 || Set.of(columns).size() != columns.length) {
            throw new IllegalArgumentException("the table " + name + " must have columns, each once");
        }
        return new Table(name, List.of(columns));
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name is a letter, then letters, digits and _, 64 at most, not \"" + name + '"');
        }
        return name;
    }

    /// Its name.
    public String name() {
        return name;
    }

    /// Its columns.
    public List<String> columns() {
        return columns;
    }

    /// Reads all columns.
    public Select select() {
        return new Select(this, columns, List.of(), List.of(), Select.ALL);
    }

    /// Reads some columns.
    ///
    /// @throws IllegalArgumentException when one is not listed
    public Select select(String first, String... more) {
        List<String> some = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(first), java.util.Arrays.stream(more))
                .toList();
        return new Select(this, some, List.of(), List.of(), Select.ALL);
    }

    /// Counts rows.
    public Count count() {
        return new Count(this, List.of());
    }

    /// Inserts rows.
    public Insert insert() {
        return new Insert(this, List.of(), List.of(), List.of());
    }

    /// Changes rows.
    public Update update() {
        return new Update(this, List.of(), List.of(), false);
    }

    /// Deletes rows.
    public Delete delete() {
        return new Delete(this, List.of(), false);
    }

    boolean has(String column) {
        return known.contains(column);
    }

    /// A column as it stands in a statement.
    String quoted(String column) {
        if (!has(column)) {
            throw new IllegalArgumentException(
                    name + " has no column \"" + column + "\", only " + new TreeSet<>(known));
        }
        return '`' + column + '`';
    }

    String quoted(List<String> some) {
        return some.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /// The table as it stands in a statement.
    String quoted() {
        return '`' + name + '`';
    }

    /// Its name.
    @Override
    public String toString() {
        return name;
    }
}
