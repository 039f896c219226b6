package io.heddle.seckill.verify;

import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.verify.Verify.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Makes the events of a sale that its orders could come from: terms wide enough for all of them, the wins by
/// position, what became of them, and the terms as they are now, closed.
final class Rebuild {
    private final Terms terms;
    private final List<Past> orders;

    /// What became of orders, in the order of its time; what has no time comes last.
    private final PriorityQueue<Past> settled = new PriorityQueue<>(Comparator.comparing(Rebuild::due)
            .thenComparing(Rebuild::isExpired)
            .thenComparing(past -> past.order().id()));

    private long wins;
    private final List<Event> events = new ArrayList<>();

    /// The time of the last event. A sale without orders begins long ago: its time never goes back, and a start that is
    /// still to come would have come with it.
    private Instant last;

    /// @param orders all of the sale
    Rebuild(Terms terms, List<Past> orders) {
        this.terms = terms;
        this.orders = orders.stream()
                .sorted(Comparator.comparing(past -> past.order().id()))
                .toList();
        this.last = Instant.EPOCH;
    }

    /// @param applied how many events there must be at least; the last one is repeated until there are
    List<Event> events(long applied) {
        if (!orders.isEmpty()) {
            last = orders.getFirst().order().won();
            add(wide());
            orders.forEach(this::take);
            settleUntil(Instant.MAX);
        }
        long live =
                orders.stream().filter(past -> past.order().standing().live()).count();
        if (live > terms.units()) {
            throw new UnprovenException("sale " + terms.activity() + " has " + live
                    + " orders that are held or paid for, but " + terms.units() + " units");
        }
        do {
            add(terms.open(false));
        } while (events.size() < applied);
        return events;
    }

    private void add(Terms next) {
        events.add(new Event.Arranged(next(), last, next));
    }

    private long next() {
        return events.size() + 1L;
    }

    private Terms wide() {
        Instant first = orders.getFirst().order().won();
        Instant past = orders.getLast().order().won().plusMillis(1);
        return new Terms(
                terms.activity(),
                Math.max(terms.units(), orders.size()),
                first.isBefore(terms.start()) ? first : terms.start(),
                past.isAfter(terms.end()) ? past : terms.end(),
                terms.hold(),
                true);
    }

    private void won(Order order) {
        long position = ++wins;
        require(order, order.id().equals(new OrderId(terms.activity(), position)), "is not order " + position);
        require(order, !order.won().isBefore(last), "is older than the one before");
        require(order, order.payBy().equals(order.won().plus(terms.hold())), "has another time to pay than its sale");
        last = order.won();
        events.add(new Event.Won(next(), last, order.id(), order.user(), order.payBy()));
    }

    private static void require(Order order, boolean holds, String otherwise) {
        if (!holds) {
            throw new UnprovenException("order " + order.id() + ' ' + otherwise + ": the orders are not all there");
        }
    }

    private void take(Past past) {
        settleUntil(past.order().won());
        won(past.order());
        if (past.order().standing() != Standing.HELD) {
            settled.add(past);
        }
    }

    private void settleUntil(Instant time) {
        while (!settled.isEmpty()
                && (time.equals(Instant.MAX) || due(settled.peek()).isBefore(time))) {
            settle(settled.poll());
        }
    }

    private static Instant due(Past past) {
        return past.settled().orElse(Instant.MAX);
    }

    private static boolean isExpired(Past past) {
        return past.order().standing() == Standing.EXPIRED;
    }

    /// What has expired cannot have done so before its time was over.
    private void settle(Past past) {
        Order order = past.order();
        Instant least = isExpired(past) && order.payBy().isAfter(last) ? order.payBy() : last;
        last = past.settled().filter(at -> at.isAfter(least)).orElse(least);
        events.add(new Event.Settled(next(), last, order.id(), order.standing()));
    }
}
