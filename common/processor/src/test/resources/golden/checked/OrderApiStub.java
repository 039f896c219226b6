package demo.checked;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.annotation.processing.Generated;

/**
 * Answers as a test says, and keeps every call. What was not scripted answers 501.
 */
@Generated("io.heddle.processor")
public final class OrderApiStub implements OrderApi {
    private final List<StubCall> calls = new CopyOnWriteArrayList<>();

    private volatile OnPlace onPlace = (order, requestId) -> {
        throw notScripted("OrderApi.place");
    };

    private volatile OnPlaceAll onPlaceAll = (orders) -> {
        throw notScripted("OrderApi.placeAll");
    };

    private volatile OnPlaceMaybe onPlaceMaybe = (item) -> {
        throw notScripted("OrderApi.placeMaybe");
    };

    private volatile OnOrder onOrder = (id, below, never) -> {
        throw notScripted("OrderApi.order");
    };

    private volatile OnFind onFind = (filter, checks) -> {
        throw notScripted("OrderApi.find");
    };

    private volatile OnFree onFree = (text) -> {
        throw notScripted("OrderApi.free");
    };

    /**
     * Begins without a script.
     */
    public OrderApiStub() {
    }

    /**
     * The calls so far, in order.
     */
    public List<StubCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * Says what {@code place} answers from now on.
     */
    public OrderApiStub onPlace(OnPlace answer) {
        this.onPlace = answer;
        return this;
    }

    @Override
    public OrderApi.Order place(OrderApi.Order order, String requestId) {
        calls.add(new StubCall("place", Arrays.<Object>asList(order, requestId)));
        return onPlace.answer(order, requestId);
    }

    /**
     * Says what {@code placeAll} answers from now on.
     */
    public OrderApiStub onPlaceAll(OnPlaceAll answer) {
        this.onPlaceAll = answer;
        return this;
    }

    @Override
    public void placeAll(List<OrderApi.Order> orders) {
        calls.add(new StubCall("placeAll", Arrays.<Object>asList(orders)));
        onPlaceAll.answer(orders);
    }

    /**
     * Says what {@code placeMaybe} answers from now on.
     */
    public OrderApiStub onPlaceMaybe(OnPlaceMaybe answer) {
        this.onPlaceMaybe = answer;
        return this;
    }

    @Override
    public void placeMaybe(Optional<OrderApi.Item> item) {
        calls.add(new StubCall("placeMaybe", Arrays.<Object>asList(item)));
        onPlaceMaybe.answer(item);
    }

    /**
     * Says what {@code order} answers from now on.
     */
    public OrderApiStub onOrder(OnOrder answer) {
        this.onOrder = answer;
        return this;
    }

    @Override
    public Optional<OrderApi.Order> order(long id, BigInteger below, Optional<String> never) {
        calls.add(new StubCall("order", Arrays.<Object>asList(id, below, never)));
        return onOrder.answer(id, below, never);
    }

    /**
     * Says what {@code find} answers from now on.
     */
    public OrderApiStub onFind(OnFind answer) {
        this.onFind = answer;
        return this;
    }

    @Override
    public List<String> find(OrderApi.Filter filter, List<Integer> checks) {
        calls.add(new StubCall("find", Arrays.<Object>asList(filter, checks)));
        return onFind.answer(filter, checks);
    }

    /**
     * Says what {@code free} answers from now on.
     */
    public OrderApiStub onFree(OnFree answer) {
        this.onFree = answer;
        return this;
    }

    @Override
    public String free(String text) {
        calls.add(new StubCall("free", Arrays.<Object>asList(text)));
        return onFree.answer(text);
    }

    private static ServiceException notScripted(String method) {
        return ServiceException.of(Status.NOT_IMPLEMENTED, method + " was called, but the stub has no answer for it");
    }

    /**
     * What {@code place} answers.
     */
    @FunctionalInterface
    public interface OnPlace {
        /**
         * Answers one call.
         */
        OrderApi.Order answer(OrderApi.Order order, String requestId);
    }

    /**
     * What {@code placeAll} answers.
     */
    @FunctionalInterface
    public interface OnPlaceAll {
        /**
         * Answers one call.
         */
        void answer(List<OrderApi.Order> orders);
    }

    /**
     * What {@code placeMaybe} answers.
     */
    @FunctionalInterface
    public interface OnPlaceMaybe {
        /**
         * Answers one call.
         */
        void answer(Optional<OrderApi.Item> item);
    }

    /**
     * What {@code order} answers.
     */
    @FunctionalInterface
    public interface OnOrder {
        /**
         * Answers one call.
         */
        Optional<OrderApi.Order> answer(long id, BigInteger below, Optional<String> never);
    }

    /**
     * What {@code find} answers.
     */
    @FunctionalInterface
    public interface OnFind {
        /**
         * Answers one call.
         */
        List<String> answer(OrderApi.Filter filter, List<Integer> checks);
    }

    /**
     * What {@code free} answers.
     */
    @FunctionalInterface
    public interface OnFree {
        /**
         * Answers one call.
         */
        String answer(String text);
    }

    /**
     * One call.
     *
     * @param method the name of the method
     * @param arguments its arguments in order
     */
    public record StubCall(String method, List<Object> arguments) {
    }
}
