package io.heddle.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.db.row.MismatchException;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RowTypeTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

    private final Engine engine;
    private Database db;

    RowTypeTest(Engine engine) {
        this.engine = engine;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Key(long value) {}

    record Everything(
            Key id,
            String textValue,
            boolean truth,
            byte tiny,
            short small,
            int whole,
            double real,
            float single,
            BigDecimal money,
            BigInteger huge,
            byte[] raw,
            LocalDate day,
            LocalTime clock,
            LocalDateTime local,
            Instant moment,
            UUID uuid,
            Colour colour) {}

    record Perhaps(
            Key id,
            Optional<String> textValue,
            @Nullable Integer whole,
            Optional<Colour> colour,
            @Nullable Instant moment) {}

    @BeforeEach
    void open() {
        db = Database.open(engine.empty(), Traces.off(), Metrics.create());
        db.transaction(session -> session.update("create table everything (id bigint auto_increment primary key,"
                + " text_value varchar(200), truth tinyint(1), tiny tinyint, small smallint, whole int, real_ double,"
                + " single float, money decimal(20, 4), huge decimal(30, 0), raw varbinary(100), `day` date,"
                + " clock time(6), local datetime(6), moment datetime(6), uuid char(36), colour varchar(10))"));
    }

    @AfterEach
    void close() {
        assertThat(db.active()).isZero();
        db.close();
    }

    private Key insert(Object... values) {
        return new Key(db.transaction(session -> session.insert(
                "insert into everything (text_value, truth, tiny, small, whole, real_, single, money, huge, raw, `day`,"
                        + " clock, local, moment, uuid, colour)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values)));
    }

    private <R> R read(Class<R> type, String columns, Key id) {
        return db.read(session -> session.one(type, "select " + columns + " from everything where id = ?", id))
                .orElseThrow();
    }

    private static final String ALL = "id, text_value, truth, tiny, small, whole, real_ as `real`, single, money, huge,"
            + " raw, `day`, clock, local, moment, uuid, colour";

    @Test
    void everyTypeComesBackAsItWent() {
        UUID uuid = UUID.randomUUID();
        Key id = insert(
                "Grüße, 世界 👋🏽 '\"\\%_;--\n\t\u0000.",
                true,
                (byte) -128,
                (short) 32767,
                Integer.MIN_VALUE,
                0.1,
                1.5f,
                new BigDecimal("12345678.9012"),
                new BigInteger("123456789012345678901234567890"),
                new byte[] {0, -1, 39, 92},
                LocalDate.of(2026, 2, 28),
                LocalTime.of(23, 59, 59, 999_999_000),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                NOON,
                uuid,
                Colour.GREEN);
        Everything read = read(Everything.class, ALL, id);
        assertThat(read.id()).isEqualTo(id);
        assertThat(read.textValue()).isEqualTo("Grüße, 世界 👋🏽 '\"\\%_;--\n\t\u0000.");
        assertThat(read.truth()).isTrue();
        assertThat(read.tiny()).isEqualTo((byte) -128);
        assertThat(read.small()).isEqualTo((short) 32767);
        assertThat(read.whole()).isEqualTo(Integer.MIN_VALUE);
        assertThat(read.real()).isEqualTo(0.1);
        assertThat(read.single()).isEqualTo(1.5f);
        assertThat(read.money()).isEqualByComparingTo("12345678.9012");
        assertThat(read.huge()).isEqualTo("123456789012345678901234567890");
        assertThat(read.raw()).containsExactly(0, -1, 39, 92);
        assertThat(read.day()).isEqualTo("2026-02-28");
        assertThat(read.clock()).isEqualTo("23:59:59.999999");
        assertThat(read.local()).isEqualTo("2026-03-29T02:30");
        assertThat(read.moment()).isEqualTo(NOON);
        assertThat(read.uuid()).isEqualTo(uuid);
        assertThat(read.colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void nothingIsNotTheSameAsNoValue() {
        byte none = 0;
        Key id = insert(
                "",
                false,
                none,
                (short) 0,
                0,
                0.0,
                0f,
                BigDecimal.ZERO,
                BigInteger.ZERO,
                new byte[0],
                LocalDate.EPOCH,
                LocalTime.MIDNIGHT,
                LocalDate.EPOCH.atStartOfDay().plusDays(1),
                Instant.EPOCH,
                new UUID(0, 0),
                Colour.RED);
        Everything read = read(Everything.class, ALL, id);
        assertThat(read.textValue()).isEmpty();
        assertThat(read.truth()).isFalse();
        assertThat(read.whole()).isZero();
        assertThat(read.raw()).isEmpty();
        assertThat(read.moment()).isEqualTo(Instant.EPOCH);
        Key absent = insert(new Object[16]);
        Perhaps nothing = read(Perhaps.class, "id, text_value, whole, colour, moment", absent);
        assertThat(nothing).isEqualTo(new Perhaps(absent, Optional.empty(), null, Optional.empty(), null));
    }

    @Test
    void emptyOptionalsAreNullAndTimesOfAnyZoneAreUtc() {
        Object[] values = new Object[16];
        values[0] = Optional.of("here");
        values[4] = Optional.empty();
        values[13] = OffsetDateTime.ofInstant(NOON, ZoneOffset.ofHours(5));
        Key id = insert(values);
        Perhaps read = read(Perhaps.class, "id, text_value, whole, colour, moment", id);
        assertThat(read.textValue()).contains("here");
        assertThat(read.whole()).isNull();
        assertThat(read.moment()).isEqualTo(NOON);
    }

    @Test
    void theClockOfTheDatabaseIsUtc() {
        Instant now = db.read(session -> session.one(Instant.class, "select current_timestamp(6)"))
                .orElseThrow();
        assertThat(now).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void columnsMayBeInAnyCaseAndOrder() {
        Key id = insert(new Object[16]);
        record Pair(Key id, Optional<String> textValue) {}
        Pair pair = read(Pair.class, "TEXT_VALUE, ID", id);
        assertThat(pair.id()).isEqualTo(id);
    }

    @Test
    void nullWhereThereMustBeAValueNamesColumnAndRecord() {
        Key id = insert(new Object[16]);
        record Number(Key id, int whole) {}
        record Text(Key id, String textValue) {}
        assertThatThrownBy(() -> read(Number.class, "id, whole", id))
                .isInstanceOf(MismatchException.class)
                .hasMessage("NULL in the column whole, but Number.whole takes none");
        assertThatThrownBy(() -> read(Text.class, "id, text_value", id))
                .hasMessage("NULL in the column text_value, but Text.textValue takes none");
        assertThatThrownBy(() -> read(Long.class, "whole", id)).hasMessageContaining("NULL in the column whole");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        Key id = insert(new Object[16]);
        record Pair(Key id, Optional<String> textValue) {}
        List<List<String>> wrong = List.of(
                List.of("id", "there is no column text_value for Pair.textValue"),
                List.of("id, text_value, whole, `day`", "Pair has nothing for the columns [day, whole]"),
                List.of("id, id, text_value", "the columns [id] come twice; give them names with AS"));
        for (List<String> each : wrong) {
            assertThatThrownBy(() -> read(Pair.class, each.getFirst(), id))
                    .isInstanceOf(MismatchException.class)
                    .hasMessage(each.getLast());
        }
        assertThatThrownBy(() -> read(Long.class, "id, whole", id))
                .hasMessage("one Long a row needs one column, not 2");
    }

    @Test
    void anUnknownConstantIsNamed() {
        Object[] values = new Object[16];
        values[15] = "BLUE";
        Key id = insert(values);
        assertThatThrownBy(() -> read(Colour.class, "colour", id))
                .isInstanceOf(MismatchException.class)
                .hasMessageContaining("does not hold one of")
                .hasMessageContaining("RED");
    }

    @Test
    void typesThatNoDatabaseHasAreRefusedBeforeAnythingIsRun() {
        record Odd(Thread thread) {}
        assertThatThrownBy(() -> db.read(session -> session.list(Odd.class, "select 1")))
                .isInstanceOf(MismatchException.class)
                .hasMessage("Odd.thread has a type that no column has: java.lang.Thread");
        assertThatThrownBy(() -> db.read(session -> session.list(ArrayList.class, "select 1")))
                .hasMessageContaining("not as java.util.ArrayList");
        assertThatThrownBy(() -> db.read(session -> session.list(Long.class, "select ?", List.of(1))))
                .isInstanceOf(MismatchException.class)
                .hasMessageContaining("cannot be a value");
    }

    @Test
    void aRecordMayRefuseItsValues() {
        record Positive(int whole) {
            Positive {
                if (whole < 1) {
                    throw new IllegalArgumentException("must be positive");
                }
            }
        }
        assertThatThrownBy(() -> db.read(session -> session.list(Positive.class, "select 0 as whole")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be positive");
    }
}
