package io.heddle.kit.check;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Header;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for everything that can be asked for.
@HttpApi("basket")
public interface BasketApi {
    /// Takes a basket and says what it costs.
    @Post("/baskets")
    BigDecimal order(Basket basket, @Header @Size(min = 3) String clientKey, @Max(5) int copies);

    /// Takes all constraints at once.
    @Post("/all")
    void all(Everything everything);

    /// Takes texts of a query.
    @Get("/find")
    List<String> find(List<@NotBlank String> words, Optional<@Positive Integer> page);

    record Basket(
            @NotBlank String owner,
            @NotEmpty @Size(max = 3) List<Item> items,
            Map<@Pattern(regexp = "[a-z]+") String, @Positive Integer> counts,
            Optional<Basket> before) {}

    record Item(
            @Pattern(regexp = "[A-Z]{3}", message = "must be three capitals")
            String sku,

            @DecimalMin("0.01") BigDecimal unitPrice) {}

    record Everything(
            @NotNull String notNull,
            @Null Optional<String> isNull,
            @NotBlank String notBlank,
            @NotEmpty String notEmpty,
            @Size(min = 2, max = 3) String size,
            @Min(5) int min,
            @Max(5L) Long max,
            @Min(1) double atLeastOne,
            Numbers numbers,
            Times times,
            @Email String email,

            @Pattern(regexp = "a+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String pattern,

            @AssertTrue boolean yes,
            @AssertFalse boolean no) {}

    record Numbers(
            @DecimalMax("9.99") BigDecimal decimalMax,
            @DecimalMin("1.5") int moreThanOne,
            @Positive BigInteger positive,
            @PositiveOrZero long positiveOrZero,
            @Negative float negative,
            @NegativeOrZero short negativeOrZero,
            @Min(3) BigInteger bigMin,
            @Digits(integer = 3, fraction = 2) BigDecimal digits,
            @Digits(integer = 2, fraction = 0) int wholeDigits) {}

    record Times(
            @Past Instant past,
            @PastOrPresent OffsetDateTime pastOrPresent,
            @Future LocalDate future,
            @FutureOrPresent LocalDateTime futureOrPresent) {}
}
