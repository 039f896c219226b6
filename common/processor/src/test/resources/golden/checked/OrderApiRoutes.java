package demo.checked;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Serves OrderApi over HTTP.
 */
@Generated("io.heddle.processor")
public final class OrderApiRoutes implements Routes {
    private static final JsonType<OrderApi.Order> PLACE_BODY = new JsonType<OrderApi.Order>() {};

    private static final JsonType<OrderApi.Order> PLACE_RESULT = new JsonType<OrderApi.Order>() {};

    private static final JsonType<List<OrderApi.Order>> PLACE_ALL_BODY = new JsonType<List<OrderApi.Order>>() {};

    private static final JsonType<OrderApi.Item> PLACE_MAYBE_BODY = new JsonType<OrderApi.Item>() {};

    private static final JsonType<OrderApi.Order> ORDER_RESULT = new JsonType<OrderApi.Order>() {};

    private static final JsonType<List<String>> FIND_RESULT = new JsonType<List<String>>() {};

    private static final JsonType<String> FREE_RESULT = new JsonType<String>() {};

    private final OrderApi api;

    public OrderApiRoutes(OrderApi api) {
        this.api = api;
    }

    @Override
    public void addTo(Router router) {
        router.add("POST", "/orders", "OrderApi.place", this::place);
        router.add("POST", "/orders/many", "OrderApi.placeAll", this::placeAll);
        router.add("POST", "/orders/maybe", "OrderApi.placeMaybe", this::placeMaybe);
        router.add("GET", "/orders/{id}", "OrderApi.order", this::order);
        router.add("GET", "/orders", "OrderApi.find", this::find);
        router.add("GET", "/free", "OrderApi.free", this::free);
    }

    private void place(Exchange exchange) {
        OrderApi.Order order = exchange.body(PLACE_BODY);
        String requestId = exchange.headers().one("Request-Id", Scalar.STRING);
        OrderApiChecks.place(order, requestId);
        exchange.value(PLACE_RESULT, api.place(order, requestId));
    }

    private void placeAll(Exchange exchange) {
        List<OrderApi.Order> orders = exchange.body(PLACE_ALL_BODY);
        OrderApiChecks.placeAll(orders);
        api.placeAll(orders);
        exchange.done();
    }

    private void placeMaybe(Exchange exchange) {
        Optional<OrderApi.Item> item = exchange.optionalBody(PLACE_MAYBE_BODY);
        OrderApiChecks.placeMaybe(item);
        api.placeMaybe(item);
        exchange.done();
    }

    private void order(Exchange exchange) {
        Fields query = exchange.query();
        long id = exchange.path().one("id", Scalar.LONG);
        BigInteger below = query.one("below", Scalar.BIG_INTEGER);
        Optional<String> never = query.optional("never", Scalar.STRING);
        OrderApiChecks.order(id, below, never);
        exchange.optional(ORDER_RESULT, api.order(id, below, never));
    }

    private void find(Exchange exchange) {
        Fields query = exchange.query();
        OrderApi.Filter filter = new OrderApi.Filter(
                query.one("text", Scalar.STRING),
                query.optional("size", Scalar.INT),
                new LinkedHashSet<>(query.list("tags", Scalar.STRING)));
        List<Integer> checks = query.list("checks", Scalar.INT);
        OrderApiChecks.find(filter, checks);
        exchange.value(FIND_RESULT, api.find(filter, checks));
    }

    private void free(Exchange exchange) {
        String text = exchange.query().one("text", Scalar.STRING);
        exchange.value(FREE_RESULT, api.free(text));
    }
}
