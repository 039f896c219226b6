package io.heddle.contract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarTest {
    private enum Colour {
        RED,
        GREEN
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Scalar.STRING, "ü /+%"),
                Arguments.of(Scalar.INT, Integer.MIN_VALUE),
                Arguments.of(Scalar.LONG, Long.MAX_VALUE),
                Arguments.of(Scalar.DOUBLE, 1e-300),
                Arguments.of(Scalar.BOOLEAN, true),
                Arguments.of(Scalar.DECIMAL, new BigDecimal("1E+30")),
                Arguments.of(Scalar.UUID, UUID.fromString("00000000-0000-4000-8000-000000000001")),
                Arguments.of(Scalar.INSTANT, Instant.parse("2026-01-31T09:30:00.123Z")),
                Arguments.of(Scalar.DURATION, Duration.ofMillis(1500)),
                Arguments.of(Scalar.ofEnum(Colour.class), Colour.GREEN));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsWhatItWrites(Scalar<?> scalar, Object value) {
        assertThat((Object) scalar.parse(Scalar.text(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Integer, 1.5, must be a whole number",
        "java.lang.Integer, 2147483648, must be a whole number",
        "java.lang.Double, NaN, must be a finite number",
        "java.lang.Double, 0x1p3, must be a finite number",
        "java.lang.Boolean, TRUE, must be true or false",
        "java.math.BigDecimal, one, must be a decimal number",
        "java.util.UUID, 1-1-1-1-1, must be a UUID",
        "java.time.Instant, yesterday, must be a time such as",
        "java.time.Duration, 5 apples, must be a duration such as"
    })
    void saysWhatATextMustBe(String type, String text, String clause) {
        Scalar<?> scalar = Scalar.named(type).orElseThrow();
        assertThatThrownBy(() -> scalar.parse(text))
                .isInstanceOf(TextFormatException.class)
                .hasMessageStartingWith(clause);
    }

    @Test
    void refusesANumberOfTooManyDigits() {
        String digits = "9".repeat(Scalar.MAX_NUMBER_LENGTH + 1);
        assertThatThrownBy(() -> Scalar.DECIMAL.parse(digits)).isInstanceOf(TextFormatException.class);
        assertThat(Scalar.BIG_INTEGER.parse(digits.substring(1))).isPositive();
    }

    @Test
    void namesTheConstantsOfAnEnum() {
        assertThatThrownBy(() -> Scalar.ofEnum(Colour.class).parse("red")).hasMessage("must be one of RED, GREEN");
    }

    @ParameterizedTest
    @CsvSource({"300ms, 300", "2s, 2000", "5m, 300000", "1h, 3600000", "PT0.5S, 500"})
    void readsDurationsAsPeopleWriteThem(String text, long millis) {
        assertThat(Scalar.DURATION.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void keepsNumbersWithinTheirBounds() {
        Scalar<Integer> limit = Scalar.INT.within(1, 100);

        assertThat(limit.parse("1")).isEqualTo(1);
        assertThat(limit.parse("100")).isEqualTo(100);
        assertThat(limit.clause()).isEqualTo("must be a number from 1 to 100");
        assertThatThrownBy(() -> limit.parse("0")).hasMessage(limit.clause());
        assertThatThrownBy(() -> limit.parse("101")).hasMessage(limit.clause());
        assertThatThrownBy(() -> limit.parse("many")).hasMessage(limit.clause());
    }

    @Test
    void keepsAnyNumberWithinOneBound() {
        Scalar<BigDecimal> positive = Scalar.DECIMAL.within(0, Long.MAX_VALUE);

        assertThat(positive.parse("1e999999999")).isPositive();
        assertThatThrownBy(() -> positive.parse("-1e-999999999")).hasMessage("must be a number of at least 0");
        assertThat(Scalar.DOUBLE.within(Long.MIN_VALUE, 1).clause()).isEqualTo("must be a number of at most 1");
        assertThatThrownBy(() -> Scalar.STRING.within(0, 1)).isInstanceOf(IllegalStateException.class);
    }
}
