package demo.checked;

import io.heddle.kit.client.Call;
import io.heddle.kit.client.Caller;
import io.heddle.kit.client.Endpoint;
import io.heddle.kit.json.JsonType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls orders over HTTP as OrderApi says.
 */
@Generated("io.heddle.processor")
public final class OrderApiClient implements OrderApi {
    private static final Endpoint PLACE = Endpoint.of("orders", "OrderApi.place", "POST /orders", false);

    private static final JsonType<OrderApi.Order> PLACE_BODY = new JsonType<OrderApi.Order>() {};

    private static final JsonType<OrderApi.Order> PLACE_RESULT = new JsonType<OrderApi.Order>() {};

    private static final Endpoint PLACE_ALL = Endpoint.of("orders", "OrderApi.placeAll", "POST /orders/many", false);

    private static final JsonType<List<OrderApi.Order>> PLACE_ALL_BODY = new JsonType<List<OrderApi.Order>>() {};

    private static final Endpoint PLACE_MAYBE = Endpoint.of("orders", "OrderApi.placeMaybe", "POST /orders/maybe", false);

    private static final JsonType<OrderApi.Item> PLACE_MAYBE_BODY = new JsonType<OrderApi.Item>() {};

    private static final Endpoint ORDER = Endpoint.of("orders", "OrderApi.order", "GET /orders/{id}", true);

    private static final JsonType<OrderApi.Order> ORDER_RESULT = new JsonType<OrderApi.Order>() {};

    private static final Endpoint FIND = Endpoint.of("orders", "OrderApi.find", "GET /orders", true);

    private static final JsonType<List<String>> FIND_RESULT = new JsonType<List<String>>() {};

    private static final Endpoint FREE = Endpoint.of("orders", "OrderApi.free", "GET /free", true);

    private static final JsonType<String> FREE_RESULT = new JsonType<String>() {};

    private final Caller caller;

    public OrderApiClient(Caller caller) {
        this.caller = caller;
    }

    @Override
    public OrderApi.Order place(OrderApi.Order order, String requestId) {
        return caller.call(PLACE)
                .path("/orders")
                .json(PLACE_BODY, order)
                .header("Request-Id", requestId)
                .value(PLACE_RESULT);
    }

    @Override
    public void placeAll(List<OrderApi.Order> orders) {
        caller.call(PLACE_ALL)
                .path("/orders/many")
                .json(PLACE_ALL_BODY, orders)
                .done();
    }

    @Override
    public void placeMaybe(Optional<OrderApi.Item> item) {
        Call call = caller.call(PLACE_MAYBE)
                .path("/orders/maybe");
        item.ifPresent(body -> call.json(PLACE_MAYBE_BODY, body));
        call.done();
    }

    @Override
    public Optional<OrderApi.Order> order(long id, BigInteger below, Optional<String> never) {
        return caller.call(ORDER)
                .path("/orders/")
                .segment("id", id)
                .query("below", below)
                .query("never", never)
                .optional(ORDER_RESULT);
    }

    @Override
    public List<String> find(OrderApi.Filter filter, List<Integer> checks) {
        return caller.call(FIND)
                .path("/orders")
                .query("text", filter.text())
                .query("size", filter.size())
                .query("tags", filter.tags())
                .query("checks", checks)
                .value(FIND_RESULT);
    }

    @Override
    public String free(String text) {
        return caller.call(FREE)
                .path("/free")
                .query("text", text)
                .value(FREE_RESULT);
    }
}
