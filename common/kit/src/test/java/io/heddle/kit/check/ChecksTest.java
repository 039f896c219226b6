package io.heddle.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ann.lee+x@mail.example", "o'neil@a-b.example", "名@例.example", "1@2.3"})
    void takesAddresses(String text) {
        assertThat(Checks.email(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b",
                "a@",
                "a@b@c",
                "a b@c",
                ".a@b",
                "a.@b",
                "a..b@c",
                "a@.b",
                "a@b.",
                "a@-b",
                "a@b-",
                "a@b_c",
                "a@b\r\nTo:c",
                "\"a\"@b"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(Checks.email(text)).isFalse();
    }

    @Test
    void refusesAddressesThatAreTooLong() {
        assertThat(Checks.email("a".repeat(64) + "@b")).isTrue();
        assertThat(Checks.email("a".repeat(65) + "@b")).isFalse();
        assertThat(Checks.email("a@" + "b".repeat(63))).isTrue();
        assertThat(Checks.email("a@" + "b".repeat(64))).isFalse();
        assertThat(Checks.email("a@" + "b.".repeat(126) + "c")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0,true",
        "0.00,0,0,true",
        "0.5,0,1,true",
        "12.30,2,1,true",
        "1e3,4,0,true",
        "1e3,3,0,false",
        "0.01,1,1,false",
        "-123,2,0,false",
        "1e999999999,100,0,false",
        "1e-999999999,1,100,false"
    })
    void countsDigits(BigDecimal number, int before, int after, boolean fits) {
        assertThat(Checks.digits(number, before, after)).isEqualTo(fits);
    }

    @Test
    void cutsThePathOfAHostileKey() {
        Checks checks = new Checks();
        checks.values("map", Map.of("k".repeat(5000), 1), (inner, value) -> inner.that(value > 1, "", "must be more"));

        assertThatThrownBy(checks::done)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).hasSize(200)));
    }

    @Test
    void saysNothingWhileAllIsWell() {
        Checks checks = new Checks();
        checks.that(true, "a", "must be");
        checks.each("list", new String[] {"x"}, (inner, text) -> inner.that(text.length() == 1, "", "must be short"));

        checks.done();
    }

    @Test
    void givesArraysAnIndexToo() {
        Checks checks = new Checks();
        checks.each(
                "list", new String[] {"x", "yy"}, (inner, text) -> inner.that(text.length() == 1, "", "must be short"));

        assertThatThrownBy(checks::done)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.violations()).isEqualTo(List.of(new Violation("list[1]", "must be short"))));
    }
}
