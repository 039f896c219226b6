package io.heddle.db.row;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One component of a record and how it is read.
///
/// @param name for messages, as `Article.title`
/// @param column the name of its column, in small letters
/// @param type how values are read
/// @param nulls what becomes of NULL
record Component(String name, String column, Column type, Nulls nulls) {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    /// What becomes of NULL.
    enum Nulls {
        REFUSED,
        NULL,
        OPTIONAL
    }

    /// The only column of a row.
    static Component only(Class<?> type) {
        return new Component("a " + type.getSimpleName(), "", Column.of(type, type.getSimpleName()), Nulls.REFUSED);
    }

    static List<Component> all(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> of(record.getSimpleName() + '.' + component.getName(), component))
                .toList();
    }

    private static Component of(String name, RecordComponent component) {
        String column = CAPITAL.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
        if (component.getType() == Optional.class) {
            return new Component(name, column, Column.of(inside(component, name), name), Nulls.OPTIONAL);
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Class<?> boxed = java.lang.invoke.MethodType.methodType(component.getType())
                .wrap()
                .returnType();
        return new Component(name, column, Column.of(boxed, name), nullable ? Nulls.NULL : Nulls.REFUSED);
    }

    private static Class<?> inside(RecordComponent component, String name) {
        Type argument = component.getGenericType() instanceof ParameterizedType optional
                ? optional.getActualTypeArguments()[0]
                : Object.class;
        if (argument instanceof Class<?> known) {
            return known;
        }
        throw new MismatchException(name + " is an Optional of a type that no column has");
    }

    @Nullable
    Object read(ResultSet rows, int index) throws SQLException {
        Object value = type.read(rows, index, this);
        return switch (nulls) {
            case OPTIONAL -> Optional.ofNullable(value);
            case NULL -> value;
            case REFUSED -> {
                if (value == null) {
                    throw new MismatchException(
                            "NULL in the column " + label(rows, index) + ", but " + name + " takes none");
                }
                yield value;
            }
        };
    }

    private String label(ResultSet rows, int index) throws SQLException {
        return column.isEmpty() ? rows.getMetaData().getColumnLabel(index) : column;
    }

    /// Its name.
    @Override
    public String toString() {
        return name;
    }
}
