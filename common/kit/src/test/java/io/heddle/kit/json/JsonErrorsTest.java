package io.heddle.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonErrorsTest {
    record Order(Price price, List<Price> items) {}

    record Price(BigDecimal amount) {
        Price {
            if (amount.signum() < 0) {
                throw ServiceException.invalid("amount", "must not be negative");
            }
            if (amount.signum() == 0) {
                throw new IllegalArgumentException("java.lang.Secret");
            }
        }
    }

    private static final JsonType<Order> ORDER = new JsonType<>() {};
    private static final JsonType<Object> ANY = new JsonType<>() {};
    private static final JsonType<Map<String, List<Integer>>> MAP = new JsonType<>() {};

    private final Json json = Json.strict();

    @Test
    void namesTheFieldOfARecordThatChecksItself() {
        ServiceException error = read(ORDER, "{\"items\":[{\"amount\":1},{\"amount\":-1}]}");

        assertThat(error.sentence()).isEqualTo("items[1].amount must not be negative");
        assertThat(error.violations()).containsExactly(new Violation("items[1].amount", "must not be negative"));
    }

    @Test
    void neverPassesAMessageOnThatItDidNotWrite() {
        assertThat(read(ORDER, "{\"price\":{\"amount\":0}}").sentence())
                .isEqualTo("price does not have the right form");
    }

    @Test
    void namesKeysAndIndexes() {
        assertThat(read(MAP, "{\"a b\":[1,2,\"x\"]}").sentence()).startsWith("a b[2] must be a whole number");
    }

    @Test
    void saysWhereTheJsonEndsToBeSuch() {
        assertThat(read(ANY, "{\"a\":1,\n \"grüße 🎉\":}").sentence())
                .isEqualTo("the body is not valid JSON, see line 2, column 12");
        assertThat(read(ANY, "nix").sentence()).contains("line 1, column");
    }

    /// A zero byte makes all of it UTF-16, whose lines and columns are not those of the client.
    @Test
    void namesNoPlaceInWhatIsReadAsAnotherEncoding() {
        String garbage = "{\0\"\0" + "ab\n".repeat(300);

        assertThat(read(ANY, garbage).sentence()).isEqualTo("the body is not valid JSON in UTF-8");
    }

    @Test
    void saysWhichLimitWasPassed() {
        assertThat(read(ANY, "[".repeat(100_000)).sentence()).contains("must not be nested deeper than 100 levels");
        assertThat(read(ANY, "1".repeat(500)).sentence()).contains("more than 400 digits");
        assertThat(read(ANY, '"' + "x".repeat(1 << 21) + '"').sentence()).contains("more than 1048576 characters");
        assertThat(read(ANY, "{\"" + "x".repeat(2000) + "\":1}").sentence()).contains("more than 1024 characters");
    }

    @Test
    void staysShortWhateverTheNamesAre() {
        String name = "n".repeat(1000);

        assertThat(read(ANY, "{\"" + name + "\":1,\"" + name + "\":2}").sentence())
                .hasSizeLessThan(300);
    }

    private <T> ServiceException read(JsonType<T> type, String text) {
        return Optional.ofNullable(catchThrowableOfType(
                        ServiceException.class, () -> json.read(type, text.getBytes(StandardCharsets.UTF_8))))
                .orElseThrow();
    }
}
