package io.heddle.seckill.activity;

import io.heddle.seckill.activity.claim.NoActivityException;
import io.heddle.seckill.activity.mark.AppliedMarks;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Terms;
import java.util.List;
import java.util.Optional;

/// Answers the service `order` from the engine alone.
final class SaleHandler implements SaleApi {
    private final Stock stock;
    private final AppliedMarks marks;
    private final AdminToken admin;

    SaleHandler(Stock stock, AppliedMarks marks, AdminToken admin) {
        this.stock = stock;
        this.marks = marks;
        this.admin = admin;
    }

    @Override
    public List<Head> sales() {
        return stock.sales().stream()
                .map(Terms::activity)
                .flatMap(activity -> stock.tally(activity).stream())
                .map(tally -> new Head(tally.terms().activity(), tally.asOf()))
                .toList();
    }

    @Override
    public List<Step> events(long id, Pull pull, Optional<String> authorization) {
        if (pull.applied().isPresent()) {
            admin.require(authorization);
            marks.applied(id, pull.applied().get());
        }
        marks.requireThawed();
        List<Event> events = stock.events(id, pull.after(), pull.limit());
        if (events.isEmpty() && stock.tally(id).isEmpty()) {
            throw NoActivityException.of(id);
        }
        return events.stream().map(SaleHandler::step).toList();
    }

    private static Step step(Event event) {
        return switch (event) {
            case Event.Won won ->
                new Step(
                        won.number(),
                        won.at(),
                        Kind.WON,
                        Optional.of(won.order().position()),
                        Optional.of(won.user().text()),
                        Optional.of(won.payBy()),
                        Optional.empty());
            case Event.Settled settled ->
                new Step(
                        settled.number(),
                        settled.at(),
                        Kind.SETTLED,
                        Optional.of(settled.order().position()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(settled.standing()));
            case Event.Arranged arranged -> plain(arranged, Kind.ARRANGED);
            case Event.Removed removed -> plain(removed, Kind.REMOVED);
        };
    }

    private static Step plain(Event event, Kind kind) {
        return new Step(
                event.number(),
                event.at(),
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<Settled> settle(long id, long position, Settling how, Optional<String> authorization) {
        admin.require(authorization);
        marks.requireThawed();
        if (id < 1 || position < 1) {
            return Optional.empty();
        }
        Standing wish = switch (how.standing()) {
            case PAID -> Standing.PAID;
            case CANCELLED -> Standing.CANCELLED;
        };
        return stock.settle(new OrderId(id, position), wish).map(SaleHandler::settled);
    }

    private static Settled settled(Order order) {
        return new Settled(
                order.id().toString(), order.user().text(), order.won(), order.payBy(), order.standing(), order.asOf());
    }
}
