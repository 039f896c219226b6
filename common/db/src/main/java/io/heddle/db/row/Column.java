package io.heddle.db.row;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a value of one Java type from a column; null where the column is NULL.
@FunctionalInterface
interface Column {
    /// The types that are read as they are.
    Map<Class<?>, Column> PLAIN = plain();

    @Nullable
    Object read(ResultSet rows, int index, Component component) throws SQLException;

    /// Whether a type is a single value.
    static boolean knows(Class<?> type) {
        return type.isEnum() || PLAIN.containsKey(type);
    }

    static Column of(Class<?> type, String name) {
        Column plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        } else if (type.isEnum()) {
            return ofEnum(type);
        } else if (type.isRecord() && type.getRecordComponents().length == 1) {
            return wrapped(type, name);
        }
        throw new MismatchException(name + " has a type that no column has: " + type.getName());
    }

    /// Not JDBC's `getObject(int, Class)`: drivers differ in what they take, and in what they make of NULL.
    private static Map<Class<?>, Column> plain() {
        Map<Class<?>, Column> all = new HashMap<>();
        all.put(String.class, (rows, i, _) -> rows.getString(i));
        all.put(Boolean.class, (rows, i, _) -> orNull(rows, rows.getBoolean(i)));
        all.put(Byte.class, (rows, i, _) -> orNull(rows, rows.getByte(i)));
        all.put(Short.class, (rows, i, _) -> orNull(rows, rows.getShort(i)));
        all.put(Integer.class, (rows, i, _) -> orNull(rows, rows.getInt(i)));
        all.put(Long.class, (rows, i, _) -> orNull(rows, rows.getLong(i)));
        all.put(Float.class, (rows, i, _) -> orNull(rows, rows.getFloat(i)));
        all.put(Double.class, (rows, i, _) -> orNull(rows, rows.getDouble(i)));
        all.put(BigDecimal.class, (rows, i, _) -> rows.getBigDecimal(i));
        all.put(BigInteger.class, (rows, i, component) -> whole(rows.getBigDecimal(i), component));
        all.put(byte[].class, (rows, i, _) -> rows.getBytes(i));
        all.put(LocalDate.class, (rows, i, _) -> rows.getObject(i, LocalDate.class));
        all.put(LocalTime.class, (rows, i, _) -> rows.getObject(i, LocalTime.class));
        all.put(LocalDateTime.class, (rows, i, _) -> rows.getObject(i, LocalDateTime.class));
        all.put(Instant.class, (rows, i, _) -> instant(rows.getObject(i, LocalDateTime.class)));
        all.put(UUID.class, (rows, i, component) -> uuid(rows.getObject(i), component));
        return Map.copyOf(all);
    }

    private static @Nullable Object orNull(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    private static @Nullable BigInteger whole(@Nullable BigDecimal value, Component component) {
        try {
            return value == null ? null : value.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw mismatch(component, "a whole number", e);
        }
    }

    /// Times are kept in UTC.
    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable UUID uuid(@Nullable Object value, Component component) {
        try {
            return switch (value) {
                case null -> null;
                case UUID known -> known;
                case byte[] bytes
                when bytes.length == 2 * Long.BYTES -> {
                    ByteBuffer halves = ByteBuffer.wrap(bytes);
                    yield new UUID(halves.getLong(), halves.getLong());
                }
                default -> UUID.fromString(value.toString());
            };
        } catch (IllegalArgumentException e) {
            throw mismatch(component, "a UUID", e);
        }
    }

    private static Column ofEnum(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return (rows, i, component) -> {
            String name = rows.getString(i);
            Object constant = name == null ? null : constants.get(name);
            if (name != null && constant == null) {
                throw mismatch(component, "one of " + constants.keySet(), null);
            }
            return constant;
        };
    }

    /// An id or another value with a type of its own.
    private static Column wrapped(Class<?> type, String name) {
        RecordComponent only = type.getRecordComponents()[0];
        Class<?> boxed =
                java.lang.invoke.MethodType.methodType(only.getType()).wrap().returnType();
        Column inner = of(boxed, name);
        Maker maker = Maker.of(type);
        return (rows, i, component) -> {
            Object value = inner.read(rows, i, component);
            return value == null ? null : maker.make(new Object[] {value});
        };
    }

    private static MismatchException mismatch(Component component, String expected, @Nullable Exception cause) {
        MismatchException mismatch = new MismatchException("the column of " + component + " does not hold " + expected);
        if (cause != null) {
            mismatch.initCause(cause);
        }
        return mismatch;
    }
}
