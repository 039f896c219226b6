package io.heddle.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.kit.check.BasketApi.Basket;
import io.heddle.kit.check.BasketApi.Everything;
import io.heddle.kit.check.BasketApi.Item;
import io.heddle.kit.check.BasketApi.Numbers;
import io.heddle.kit.check.BasketApi.Times;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a contract asks of its values, asked over real HTTP.
final class BasketTest {
    private static final Instant NOW = Instant.now();
    private static final Item GOOD = new Item("CUP", new BigDecimal("1.50"));

    private final HttpServer server = HttpServer.builder(ServerSettings.onPort(0))
            .routes(new BasketApiRoutes(new Till()))
            .open();
    private final Clients clients = Clients.open(
            ClientSettings.standard(),
            _ -> new Targets("basket", List.of(Target.of("127.0.0.1", server.port()))),
            Traces.off(),
            Metrics.create());
    private final BasketApi api = clients.of(BasketApi.class);

    private static final class Till implements BasketApi {
        @Override
        public BigDecimal order(Basket basket, String clientKey, int copies) {
            return basket.items().stream().map(Item::unitPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Override
        public void all(Everything everything) {}

        @Override
        public List<String> find(List<String> words, Optional<Integer> page) {
            return words;
        }
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void letsThroughWhatIsRight() {
        Basket basket = new Basket("Ann", List.of(GOOD, GOOD), Map.of("cups", 2), Optional.empty());

        assertThat(api.order(basket, "key", 5)).isEqualByComparingTo("3.00");
        api.all(everything("x", 5));
        assertThat(api.find(List.of("a"), Optional.of(1))).containsExactly("a");
    }

    @Test
    void answersAllThatIsWrongAtOnceWithThePathOfEach() {
        Item bad = new Item("cup", BigDecimal.ZERO);
        Basket before = new Basket("", List.of(bad), Map.of(), Optional.empty());
        Basket basket = new Basket(" ", List.of(GOOD, GOOD, GOOD, bad), Map.of("CUPS", 0), Optional.of(before));

        assertThat(violations(() -> api.order(basket, "k", 6)))
                .containsExactlyInAnyOrder(
                        new Violation("owner", "must not be blank"),
                        new Violation("items", "must have at most 3 items"),
                        new Violation("items[3].sku", "must be three capitals"),
                        new Violation("items[3].unit_price", "must be at least 0.01"),
                        new Violation("counts.CUPS", "must match [a-z]+"),
                        new Violation("counts.CUPS", "must be more than 0"),
                        new Violation("before.owner", "must not be blank"),
                        new Violation("before.items[0].sku", "must be three capitals"),
                        new Violation("before.items[0].unit_price", "must be at least 0.01"),
                        new Violation("Client-Key", "must have at least 3 characters"),
                        new Violation("copies", "must be at most 5"));
    }

    @Test
    void saysTheFirstInItsMessageAndHowManyMoreThereAre() {
        Basket basket = new Basket(" ", List.of(), Map.of("a", -1, "b", -1), Optional.empty());

        assertThatThrownBy(() -> api.order(basket, "key", 1))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
                    assertThat(e.code()).isEqualTo(Checks.CODE);
                })
                .hasMessageStartingWith("owner must not be blank; items must not be empty; counts.")
                .hasMessageEndingWith("; and 1 more");
    }

    @Test
    void checksEveryConstraintThereIs() {
        List<Violation> violations = violations(() -> api.all(wrong()));

        assertThat(violations.stream().map(Violation::field))
                .containsExactlyInAnyOrder(
                        "is_null",
                        "not_blank",
                        "not_empty",
                        "size",
                        "min",
                        "max",
                        "at_least_one",
                        "numbers.decimal_max",
                        "numbers.more_than_one",
                        "numbers.positive",
                        "numbers.positive_or_zero",
                        "numbers.negative",
                        "numbers.negative_or_zero",
                        "numbers.big_min",
                        "numbers.digits",
                        "numbers.whole_digits",
                        "times.past",
                        "times.past_or_present",
                        "times.future",
                        "times.future_or_present",
                        "email",
                        "pattern",
                        "yes",
                        "no");
    }

    @Test
    void checksTheItemsOfAQueryParameter() {
        assertThat(violations(() -> api.find(List.of("a", " ", "b"), Optional.of(0))))
                .containsExactly(
                        new Violation("words[1]", "must not be blank"), new Violation("page", "must be more than 0"));
    }

    @Test
    void namesNoMoreViolationsThanTheLimit() {
        List<String> blanks = Collections.nCopies(Checks.MOST_VIOLATIONS + 1, " ");

        assertThat(violations(() -> api.find(blanks, Optional.empty()))).hasSize(Checks.MOST_VIOLATIONS);
    }

    private static List<Violation> violations(ThrowingCallable call) {
        ServiceException[] thrown = new ServiceException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceException.class, e -> thrown[0] = e);
        assertThat(thrown[0].status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
        return thrown[0].violations();
    }

    private static Everything everything(String text, int min) {
        Numbers numbers = new Numbers(
                new BigDecimal("9.99"),
                2,
                BigInteger.ONE,
                0,
                -1,
                (short) 0,
                BigInteger.valueOf(3),
                new BigDecimal("999.99"),
                -99);
        Times times = new Times(
                NOW.minusSeconds(60),
                OffsetDateTime.ofInstant(NOW, ZoneOffset.ofHours(5)).minusMinutes(1),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(2),
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).plusHours(1));
        return new Everything(
                text,
                Optional.empty(),
                text,
                text,
                "🧵🧵🧵",
                min,
                5L,
                1,
                numbers,
                times,
                "a@b.example",
                "aAa",
                true,
                false);
    }

    private static Everything wrong() {
        Numbers numbers = new Numbers(
                new BigDecimal("10"),
                1,
                BigInteger.ZERO,
                -1,
                0,
                (short) 1,
                BigInteger.TWO,
                new BigDecimal("0.001"),
                100);
        Times times = new Times(
                NOW.plusSeconds(3600),
                OffsetDateTime.ofInstant(NOW, ZoneOffset.ofHours(5)).plusHours(1),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(2),
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).minusHours(1));
        return new Everything("", Optional.of("x"), " ", "", "🧵", 4, 6L, 0.9, numbers, times, "a.b", "b", false, true);
    }
}
