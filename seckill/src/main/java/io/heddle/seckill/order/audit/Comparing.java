package io.heddle.seckill.order.audit;

import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.activity.SaleApi.Pull;
import io.heddle.seckill.activity.SaleApi.Step;
import io.heddle.seckill.activity.claim.NoActivityException;
import io.heddle.seckill.order.table.OrderRow;
import io.heddle.seckill.order.table.OrderStore;
import io.heddle.seckill.order.table.OrderStore.Places;
import io.heddle.seckill.order.table.OrderStore.Progress;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One comparison. A sale is compared in windows of places, each with the rows and the events up to the same number.
/// Used by one thread.
final class Comparing {
    private static final long WINDOW = 50_000;
    private static final int MOST_EXAMPLES = 20;

    private final SaleApi sales;
    private final OrderStore store;
    private final List<String> examples = new ArrayList<>();
    private int compared;
    private long orders;
    private long differences;

    Comparing(SaleApi sales, OrderStore store) {
        this.sales = sales;
        this.store = store;
    }

    void compare(Progress sale) {
        compared++;
        long first = 1;
        while (first + WINDOW <= sale.wins()) {
            compare(sale.activityId(), new Places(first, first + WINDOW - 1));
            first += WINDOW;
        }
        compare(sale.activityId(), new Places(first, Long.MAX_VALUE));
    }

    private void compare(long activity, Places places) {
        Map<Long, OrderRow> rows = new HashMap<>();
        long number = store.look(activity, places, row -> rows.put(row.place(), row));
        Map<Long, OrderRow> told = told(activity, places, number);
        orders += rows.size();
        told.forEach((place, row) -> compare(row, Optional.ofNullable(rows.remove(place))));
        rows.values().forEach(row -> differs("there is " + row + ", but no event says so"));
    }

    private void compare(OrderRow told, Optional<OrderRow> there) {
        if (there.isEmpty()) {
            differs("there is no row for " + told);
        } else if (!there.get().equals(told)) {
            differs("there is " + there.get() + ", but the events say " + told);
        }
    }

    private void differs(String how) {
        differences++;
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(how);
        }
    }

    private Map<Long, OrderRow> told(long activity, Places places, long upTo) {
        Map<Long, OrderRow> rows = new HashMap<>();
        long after = 0;
        while (after < upTo) {
            List<Step> steps = pull(activity, after);
            if (steps.isEmpty()) {
                differs("activity " + activity + " has " + after + " events, but the orders are those of " + upTo);
                return rows;
            }
            for (Step step : steps) {
                if (step.number() <= upTo) {
                    take(activity, places, rows, step);
                }
            }
            after = steps.getLast().number();
        }
        return rows;
    }

    private List<Step> pull(long activity, long after) {
        try {
            return sales.events(activity, new Pull(after, SaleApi.MOST_EVENTS, Optional.empty()), Optional.empty());
        } catch (NoActivityException e) {
            return List.of();
        }
    }

    private static void take(long activity, Places places, Map<Long, OrderRow> rows, Step step) {
        long place = step.position().orElse(0L);
        if (place < places.first() || place > places.last()) {
            return;
        }
        switch (step.kind()) {
            case WON -> rows.put(place, won(activity, place, step));
            case SETTLED -> rows.computeIfPresent(place, (_, row) -> settled(row, step));
            case ARRANGED, REMOVED -> {}
        }
    }

    private static OrderRow won(long activity, long place, Step step) {
        return new OrderRow(
                activity,
                step.userId().orElse(""),
                new OrderId(activity, place).toString(),
                place,
                Standing.HELD,
                step.at(),
                step.payBy().orElse(Instant.EPOCH),
                Optional.empty());
    }

    private static OrderRow settled(OrderRow row, Step step) {
        return new OrderRow(
                row.activityId(),
                row.userId(),
                row.orderId(),
                row.place(),
                step.standing().orElse(Standing.HELD),
                row.won(),
                row.payBy(),
                Optional.of(step.at()));
    }

    Finding finding(Instant at) {
        return new Finding(at, differences == 0, compared, orders, differences, examples);
    }
}
