package io.heddle.seckill.order.table;

import io.heddle.seckill.activity.SaleApi.Step;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes events of one sale in their order and makes of them what the rows must be. The same events again change
/// nothing; others about the same order are refused. Used by one thread.
final class SaleFold {
    private final long activity;
    private final Map<Long, OrderRow> rows = new HashMap<>();
    private final Map<Long, OrderRow> added = new LinkedHashMap<>();
    private final Map<Long, OrderRow> settled = new LinkedHashMap<>();

    /// Begins with rows that are there.
    SaleFold(long activity, Collection<OrderRow> there) {
        this.activity = activity;
        there.forEach(row -> rows.put(row.place(), row));
    }

    /// Takes the next event.
    ///
    /// @throws OrdersDifferException when it does not go with what is there
    void take(Step step) {
        switch (step.kind()) {
            case WON -> won(step);
            case SETTLED -> settle(step);
            case ARRANGED, REMOVED -> {}
        }
    }

    private void won(Step step) {
        OrderRow row = row(step);
        OrderRow there = rows.putIfAbsent(row.place(), row);
        if (there == null) {
            added.put(row.place(), row);
        } else if (!sameWin(there, row)) {
            throw new OrdersDifferException(
                    "event " + step.number() + " of activity " + activity + " is " + row + ", but there is " + there);
        }
    }

    private OrderRow row(Step step) {
        long place = step.position().orElseThrow(() -> incomplete(step));
        return new OrderRow(
                activity,
                step.userId().orElseThrow(() -> incomplete(step)),
                new OrderId(activity, place).toString(),
                place,
                Standing.HELD,
                step.at(),
                step.payBy().orElseThrow(() -> incomplete(step)),
                Optional.empty());
    }

    private OrdersDifferException incomplete(Step step) {
        return new OrdersDifferException("event " + step.number() + " of activity " + activity + " is incomplete");
    }

    private static boolean sameWin(OrderRow one, OrderRow other) {
        return one.place() == other.place()
                && one.userId().equals(other.userId())
                && one.orderId().equals(other.orderId())
                && one.won().equals(other.won())
                && one.payBy().equals(other.payBy());
    }

    private void settle(Step step) {
        long place = step.position().orElseThrow(() -> incomplete(step));
        Standing standing = step.standing().orElseThrow(() -> incomplete(step));
        OrderRow row = rows.get(place);
        if (row != null && row.standing() == Standing.HELD) {
            OrderRow after = row.settled(standing, step.at());
            rows.put(place, after);
            (added.containsKey(place) ? added : settled).put(place, after);
        } else if (row == null || !isSettled(row, standing, step.at())) {
            throw new OrdersDifferException("event " + step.number() + " of activity " + activity + " makes order "
                    + place + ' ' + standing + ", but there is " + (row == null ? "none" : row));
        }
    }

    private static boolean isSettled(OrderRow row, Standing standing, Instant at) {
        return row.standing() == standing && row.settled().equals(Optional.of(at));
    }

    /// The rows that are new.
    List<OrderRow> added() {
        return List.copyOf(added.values());
    }

    /// The rows that were there, and are paid for or have come back now.
    List<OrderRow> settled() {
        return List.copyOf(settled.values());
    }
}
