package demo.checked;

import io.heddle.kit.check.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;

/**
 * Checks what OrderApi asks of its values.
 */
@Generated("io.heddle.processor")
public final class OrderApiChecks {
    private static final Pattern PATTERN = Pattern.compile("[A-Z]{3}-\\d+");

    private static final BigDecimal BOUND = new BigDecimal("0.01");

    private static final BigDecimal BOUND2 = new BigDecimal("1E+6");

    private static final Pattern PATTERN2 = Pattern.compile("[a-z]+");

    private OrderApiChecks() {
    }

    static void place(OrderApi.Order order, String requestId) {
        Checks checks2 = new Checks();
        checkOrder(checks2, order);
        checks2.that(Checks.length(requestId) >= 8, "Request-Id", "must have at least 8 characters");
        checks2.done();
    }

    static void placeAll(List<OrderApi.Order> orders) {
        Checks checks2 = new Checks();
        checks2.that(orders.size() <= 5, "orders", "must have at most 5 items");
        checks2.each("", orders, OrderApiChecks::checkOrder);
        checks2.done();
    }

    static void placeMaybe(Optional<OrderApi.Item> item) {
        Checks checks2 = new Checks();
        checks2.present("", item, (inner, each) -> {
            checkItem(inner, each);
        });
        checks2.done();
    }

    static void order(long id, BigInteger below, Optional<String> never) {
        Checks checks2 = new Checks();
        checks2.that(id >= 1, "id", "must be at least 1");
        checks2.that(below.signum() < 0, "below", "must be less than 0");
        checks2.that(never.isEmpty(), "never", "must be absent");
        checks2.done();
    }

    static void find(OrderApi.Filter filter, List<Integer> checks) {
        Checks checks2 = new Checks();
        checks2.that(Checks.length(filter.text()) <= 10, "text", "must have at most 10 characters");
        checks2.present("size", filter.size(), (inner, each) -> {
            inner.that(each <= 9, "", "must be at most 9");
        });
        checks2.each("tags", filter.tags(), (inner, each) -> {
            inner.that(!each.isBlank(), "", "must not be blank");
        });
        checks2.each("checks", checks, (inner, each) -> {
            inner.that(each >= 1, "", "must be at least 1");
        });
        checks2.done();
    }

    private static void checkItem(Checks checks, OrderApi.Item value) {
        checks.that(PATTERN.matcher(value.sku()).matches(), "sku", "must match [A-Z]{3}-\\d+");
        checks.that(value.quantity() >= 1, "quantity", "must be at least 1");
        checks.that(value.quantity() <= 99, "quantity", "must be at most 99");
        checks.that(value.unitPrice().compareTo(BOUND) >= 0, "unit_price", "must be at least 0.01");
        checks.that(value.unitPrice().compareTo(BOUND2) < 0, "unit_price", "must be less than 1000000");
        checks.that(Checks.digits(value.unitPrice(), 6, 2), "unit_price", "must have at most 6 digits before the point and 2 after it");
        checks.each("remarks", value.remarks(), (inner, each) -> {
            inner.each("", each, (inner2, each2) -> {
                inner2.that(!each2.isBlank(), "", "must not be blank");
            });
        });
        checks.that(value.labels().length <= 3, "labels", "must have at most 3 items");
    }

    private static void checkCard(Checks checks, OrderApi.Card value) {
        checks.that(Checks.length(value.number()) >= 12 && Checks.length(value.number()) <= 19, "number", "must have 12 to 19 characters");
    }

    private static void checkPayment(Checks checks, OrderApi.Payment value) {
        switch (value) {
            case OrderApi.Card one -> checkCard(checks, one);
            case OrderApi.Cash _ -> {}
        }
    }

    private static void checkOrder(Checks checks, OrderApi.Order value) {
        checks.that(!value.name().isBlank(), "name", "must not be blank");
        checks.that(Checks.length(value.name()) <= 20, "name", "must be short, 20 at most");
        checks.present("mail", value.mail(), (inner, each) -> {
            inner.that(Checks.email(each), "", "must reach the buyer");
        });
        checks.that(!value.items().isEmpty(), "items", "must not be empty");
        checks.that(value.items().size() <= 100, "items", "must have at most 100 items");
        checks.each("items", value.items(), OrderApiChecks::checkItem);
        checks.keys("stock", value.stock(), (inner, each) -> {
            inner.that(PATTERN2.matcher(each).matches(), "", "must match [a-z]+");
        });
        checks.values("stock", value.stock(), (inner, each) -> {
            inner.that(each > 0, "", "must be more than 0");
        });
        checks.within("payment", value.payment(), OrderApiChecks::checkPayment);
        checks.present("before", value.before(), OrderApiChecks::checkOrder);
        checks.that(Checks.fromNow(value.made()) <= 0, "made", "must not be in the future");
        checks.that(Checks.fromNow(value.due()) > 0, "due", "must be in the future");
        checks.that(value.agreed(), "agreed", "must be true");
    }
}
