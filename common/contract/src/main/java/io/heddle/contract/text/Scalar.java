package io.heddle.contract.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A type whose values are written as one piece of text. Safe for use by any thread.
///
/// @param <T> the type
public final class Scalar<T> {
    /// The longest text of a number, in characters.
    public static final int MAX_NUMBER_LENGTH = 400;

    public static final Scalar<String> STRING = new Scalar<>(String.class, "must be text", text -> text);
    public static final Scalar<Integer> INT =
            new Scalar<>(Integer.class, "must be a whole number from -2147483648 to 2147483647", Integer::valueOf);
    public static final Scalar<Long> LONG =
            new Scalar<>(Long.class, "must be a whole number of at most 64 bits", Long::valueOf);
    public static final Scalar<Short> SHORT =
            new Scalar<>(Short.class, "must be a whole number from -32768 to 32767", Short::valueOf);
    public static final Scalar<Byte> BYTE =
            new Scalar<>(Byte.class, "must be a whole number from -128 to 127", Byte::valueOf);
    public static final Scalar<Double> DOUBLE =
            new Scalar<>(Double.class, "must be a finite number", text -> finite(Double.parseDouble(plain(text))));
    public static final Scalar<Float> FLOAT =
            new Scalar<>(Float.class, "must be a finite number", text -> finiteFloat(Float.parseFloat(plain(text))));
    public static final Scalar<Boolean> BOOLEAN =
            new Scalar<>(Boolean.class, "must be true or false", Scalar::parseBoolean);
    public static final Scalar<Character> CHAR =
            new Scalar<>(Character.class, "must be one character", Scalar::parseCharacter);
    public static final Scalar<BigDecimal> DECIMAL =
            new Scalar<>(BigDecimal.class, "must be a decimal number", text -> new BigDecimal(plain(text)));
    public static final Scalar<BigInteger> BIG_INTEGER =
            new Scalar<>(BigInteger.class, "must be a whole number", text -> new BigInteger(plain(text)));
    public static final Scalar<UUID> UUID = new Scalar<>(UUID.class, "must be a UUID", Scalar::parseUuid);
    public static final Scalar<URI> URI = new Scalar<>(URI.class, "must be a URI", java.net.URI::create);
    public static final Scalar<Instant> INSTANT =
            new Scalar<>(Instant.class, "must be a time such as 2026-01-31T09:30:00Z", Instant::parse);
    public static final Scalar<OffsetDateTime> OFFSET_DATE_TIME = new Scalar<>(
            OffsetDateTime.class, "must be a time such as 2026-01-31T09:30:00+01:00", OffsetDateTime::parse);
    public static final Scalar<LocalDateTime> LOCAL_DATE_TIME =
            new Scalar<>(LocalDateTime.class, "must be a time such as 2026-01-31T09:30:00", LocalDateTime::parse);
    public static final Scalar<LocalDate> LOCAL_DATE =
            new Scalar<>(LocalDate.class, "must be a date such as 2026-01-31", LocalDate::parse);
    public static final Scalar<LocalTime> LOCAL_TIME =
            new Scalar<>(LocalTime.class, "must be a time of day such as 09:30:00", LocalTime::parse);
    public static final Scalar<Duration> DURATION =
            new Scalar<>(Duration.class, "must be a duration such as 300ms, 2s or 5m", Scalar::parseDuration);

    private static final Map<String, Scalar<?>> BY_NAME = Stream.of(
                    STRING,
                    INT,
                    LONG,
                    SHORT,
                    BYTE,
                    DOUBLE,
                    FLOAT,
                    BOOLEAN,
                    CHAR,
                    DECIMAL,
                    BIG_INTEGER,
                    UUID,
                    URI,
                    INSTANT,
                    OFFSET_DATE_TIME,
                    LOCAL_DATE_TIME,
                    LOCAL_DATE,
                    LOCAL_TIME,
                    DURATION)
            .collect(Collectors.toUnmodifiableMap(scalar -> scalar.type.getName(), scalar -> scalar));

    private final Class<T> type;
    private final String clause;
    private final Function<String, T> parser;

    private Scalar(Class<T> type, String clause, Function<String, T> parser) {
        this.type = type;
        this.clause = clause;
        this.parser = parser;
    }

    /// An enum by the names of its constants, in that very case.
    public static <E extends Enum<E>> Scalar<E> ofEnum(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
        String names = String.join(", ", constants.keySet());
        return new Scalar<>(type, "must be one of " + names, text -> {
            E constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    /// The scalar of a class by its binary name, boxed for a primitive; empty when the class is none (enums included).
    public static Optional<Scalar<?>> named(String className) {
        return Optional.ofNullable(BY_NAME.get(className));
    }

    /// The text of a value of any scalar type, as {@link #parse} reads it.
    public static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /// Reads the text.
    ///
    /// @throws TextFormatException saying what the text must be
    public T parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new TextFormatException(clause);
        }
    }

    /// The same, for numbers from one to another only, both allowed; the ends of `long` stand for no bound.
    ///
    /// @throws IllegalStateException when this is no scalar of numbers
    public Scalar<T> within(long min, long max) {
        if (!Number.class.isAssignableFrom(type)) {
            throw new IllegalStateException("only numbers have bounds");
        }
        return new Scalar<>(type, boundsClause(min, max), text -> {
            T number = parser.apply(text);
            if (!isWithin((Number) number, min, max)) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    private static String boundsClause(long min, long max) {
        if (max == Long.MAX_VALUE) {
            return "must be a number of at least " + min;
        }
        return min == Long.MIN_VALUE
                ? "must be a number of at most " + max
                : "must be a number from " + min + " to " + max;
    }

    private static boolean isWithin(Number number, long min, long max) {
        return switch (number) {
            case Integer _, Long _, Short _, Byte _ -> number.longValue() >= min && number.longValue() <= max;
            default -> {
                BigDecimal exact = new BigDecimal(number.toString());
                yield (min == Long.MIN_VALUE || exact.compareTo(BigDecimal.valueOf(min)) >= 0)
                        && (max == Long.MAX_VALUE || exact.compareTo(BigDecimal.valueOf(max)) <= 0);
            }
        };
    }

    /// What a text of this type must be, as a clause: `must be a whole number`.
    public String clause() {
        return clause;
    }

    private static String plain(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new NumberFormatException("longer than " + MAX_NUMBER_LENGTH);
        }
        if (!text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
            throw new NumberFormatException("not plain");
        }
        return text;
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    private static Float finiteFloat(float number) {
        if (!Float.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Character parseCharacter(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    private static UUID parseUuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return java.util.UUID.fromString(text);
    }

    private static Duration parseDuration(String text) {
        int unit = 0;
        while (unit < text.length() && Character.digit(text.charAt(unit), 10) >= 0) {
            unit++;
        }
        if (unit == 0) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(text, 0, unit, 10);
        return switch (text.substring(unit).strip().toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m", "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException(text);
        };
    }
}
