package io.heddle.seckill.order;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Page;
import io.heddle.kit.task.Deadline;
import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.activity.SaleApi.Settled;
import io.heddle.seckill.activity.SaleApi.Settling;
import io.heddle.seckill.activity.SaleApi.Wish;
import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.order.audit.Finding;
import io.heddle.seckill.order.audit.Reconciliation;
import io.heddle.seckill.order.flow.Materialiser;
import io.heddle.seckill.order.table.OrderRow;
import io.heddle.seckill.order.table.OrderStore;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Answers the contract. Paying and giving back are decided by the sale; the table follows.
final class OrderHandler implements OrderApi {
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(1);

    private final OrderStore store;
    private final SaleApi sales;
    private final Materialiser materialiser;
    private final Reconciliation reconciliation;
    private final Optional<String> token;

    OrderHandler(
            OrderStore store,
            SaleApi sales,
            Materialiser materialiser,
            Reconciliation reconciliation,
            Optional<String> token) {
        this.store = store;
        this.sales = sales;
        this.materialiser = materialiser;
        this.reconciliation = reconciliation;
        this.token = token;
    }

    @Override
    public Page<OrderView> list(Filter filter, int page, int limit) {
        if (filter.userId().filter(user -> !UserId.valid(user)).isPresent()) {
            throw ServiceException.invalid("user_id", UserId.MUST);
        }
        Page<OrderRow> rows = store.list(new OrderStore.Filter(filter.userId(), filter.activityId()), page, limit);
        return new Page<>(rows.items().stream().map(OrderHandler::view).toList(), rows.total(), page, limit);
    }

    private static OrderView view(OrderRow row) {
        return new OrderView(
                row.orderId(),
                row.activityId(),
                row.userId(),
                row.place(),
                row.standing(),
                row.won(),
                row.payBy(),
                row.settled());
    }

    @Override
    public Optional<OrderView> order(String id) {
        return OrderId.parse(id).flatMap(known -> store.find(known.toString())).map(OrderHandler::view);
    }

    @Override
    public Optional<OrderView> pay(String id) {
        return settle(id, Wish.PAID);
    }

    @Override
    public Optional<OrderView> cancel(String id) {
        return settle(id, Wish.CANCELLED);
    }

    private Optional<OrderView> settle(String id, Wish wish) {
        return OrderId.parse(id).flatMap(order -> settle(order, wish));
    }

    private Optional<OrderView> settle(OrderId order, Wish wish) {
        Optional<Settled> settled = settled(order, wish);
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        awaitTable(order, settled.get().asOf());
        requireDone(settled.get(), wish);
        return Optional.of(followed(order, settled.get()));
    }

    /// A token that the sales do not take is a fault of this service, and not of whoever pays.
    private Optional<Settled> settled(OrderId order, Wish wish) {
        try {
            return sales.settle(order.activity(), order.position(), new Settling(wish), token);
        } catch (UnauthenticatedException e) {
            throw ServiceException.of(Status.UNAVAILABLE, "the sales do not let this service settle orders", e);
        }
    }

    /// So that whoever reads next sees it. What is decided is decided, whether the table follows in time or not.
    private void awaitTable(OrderId order, long event) {
        try {
            Duration left = Deadline.current().map(Deadline::remaining).orElse(FOLLOWS_WITHIN);
            Duration limit = left.compareTo(FOLLOWS_WITHIN) < 0 ? left.dividedBy(2) : FOLLOWS_WITHIN;
            materialiser.await(order.activity(), event, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.of(Status.UNAVAILABLE, "the service stops", e);
        }
    }

    private static void requireDone(Settled settled, Wish wish) {
        switch (settled.standing()) {
            case EXPIRED ->
                throw new OrderExpiredException(
                        "order " + settled.orderId() + " was not paid for by " + settled.payBy());
            case CANCELLED -> {
                if (wish == Wish.PAID) {
                    throw new OrderCancelledException("order " + settled.orderId() + " was given back");
                }
            }
            case PAID -> {
                if (wish == Wish.CANCELLED) {
                    throw new OrderPaidException("order " + settled.orderId() + " is paid for");
                }
            }
            case HELD -> throw new IllegalStateException("order " + settled.orderId() + " is not settled");
        }
    }

    private OrderView followed(OrderId order, Settled settled) {
        try {
            Optional<OrderRow> row = store.find(settled.orderId());
            if (row.isPresent() && row.get().standing() == settled.standing()) {
                return view(row.get());
            }
        } catch (ServiceException e) {
            materialiser.nudge();
        }
        return view(order, settled);
    }

    private static OrderView view(OrderId order, Settled settled) {
        return new OrderView(
                settled.orderId(),
                order.activity(),
                settled.userId(),
                order.position(),
                settled.standing(),
                settled.won(),
                settled.payBy(),
                Optional.empty());
    }

    @Override
    public List<Progress> progress() {
        return store.progress().stream()
                .map(row -> new Progress(row.activityId(), row.number()))
                .toList();
    }

    @Override
    public Optional<Finding> reconciliation() {
        return reconciliation.last();
    }

    @Override
    public void reconcile() {
        reconciliation.nudge();
    }
}
