package io.heddle.db.row;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets parameters of a statement.
final class Parameter {
    private Parameter() {}

    static void set(PreparedStatement statement, int index, @Nullable Object value, Times times) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case String text -> statement.setString(index, text);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case BigDecimal number -> statement.setBigDecimal(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Double number -> statement.setDouble(index, number);
            case Float number -> statement.setFloat(index, number);
            case Short number -> statement.setShort(index, number);
            case Byte number -> statement.setByte(index, number);
            case LocalDate date -> statement.setObject(index, date);
            case LocalTime time -> setTime(statement, index, time.truncatedTo(ChronoUnit.MICROS), times);
            case LocalDateTime time -> setTime(statement, index, time.truncatedTo(ChronoUnit.MICROS), times);
            default -> set(statement, index, simpler(value), times);
        }
    }

    private static void setTime(PreparedStatement statement, int index, Temporal time, Times times)
            throws SQLException {
        switch (times) {
            case TYPED -> statement.setObject(index, time);
            case TEXT -> statement.setString(index, time.toString().replace('T', ' '));
        }
    }

    /// What stands for a value that no database has.
    private static @Nullable Object simpler(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.orElse(null);
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            case OffsetDateTime time -> time.toInstant();
            case ZonedDateTime time -> time.toInstant();
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case BigInteger number -> new BigDecimal(number);
            case Character letter -> letter.toString();
            case Record record when record.getClass().getRecordComponents().length == 1 -> only(record);
            default ->
                throw new MismatchException("a " + value.getClass().getName() + " cannot be a value in a statement");
        };
    }

    private static @Nullable Object only(Record record) {
        RecordComponent component = record.getClass().getRecordComponents()[0];
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without its accessor: " + record.getClass(), e);
        }
    }
}
