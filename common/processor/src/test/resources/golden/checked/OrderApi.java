package demo.checked;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Header;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Orders, of which much is asked.
@HttpApi("orders")
public interface OrderApi {
    record Order(
            @NotBlank @Size(max = 20, message = "must be short, {max} at most") String name,
            Optional<@Email(message = "must reach the buyer") String> mail,
            @NotEmpty @Size(max = 100) List<@Valid Item> items,
            Map<@Pattern(regexp = "[a-z]+") String, @Positive Integer> stock,
            Payment payment,
            Optional<Order> before,
            @NotNull @PastOrPresent Instant made,
            @Future LocalDate due,
            @AssertTrue boolean agreed) {}

    record Item(
            @Pattern(regexp = "[A-Z]{3}-\\d+") String sku,
            @Min(1) @Max(99) int quantity,
            @DecimalMin("0.01") @DecimalMax(value = "1e6", inclusive = false) @Digits(integer = 6, fraction = 2)
                    BigDecimal unitPrice,
            List<List<@NotBlank String>> remarks,
            @Size(max = 3) String[] labels) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(value = Cash.class, name = "cash")
    })
    sealed interface Payment permits Card, Cash {}

    record Card(@Size(min = 12, max = 19) String number) implements Payment {}

    record Cash() implements Payment {}

    record Filter(@Size(max = 10) String text, Optional<@Max(9) Integer> size, Set<@NotBlank String> tags) {}

    @Post("/orders")
    Order place(Order order, @Header @Size(min = 8) String requestId);

    @Post("/orders/many")
    void placeAll(@Size(max = 5) List<Order> orders);

    @Post("/orders/maybe")
    void placeMaybe(Optional<@Valid Item> item);

    @Get("/orders/{id}")
    Optional<Order> order(@Min(1) long id, @Negative BigInteger below, @Null Optional<String> never);

    @Get("/orders")
    List<String> find(Filter filter, List<@Min(1) Integer> checks);

    @Get("/free")
    String free(String text);
}
