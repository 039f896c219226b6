package io.heddle.seckill.check;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sequential model: the state of one sale after its events so far. It complains about an event that no sale
/// could have, and takes it all the same. For one thread.
final class Fold {
    /// One win.
    static final class Unit {
        private final Event.Won won;
        private Standing standing = Standing.HELD;

        private Unit(Event.Won won) {
            this.won = won;
        }

        Event.Won won() {
            return won;
        }

        Standing standing() {
            return standing;
        }

        Order order(long asOf) {
            return new Order(won.order(), won.user(), won.at(), won.payBy(), standing, asOf);
        }
    }

    private final long activity;
    private final Findings findings;
    private final Map<UserId, Unit> byUser = new HashMap<>();
    private final List<Unit> byPosition = new ArrayList<>();
    private @Nullable Terms terms;
    private Instant previous = Instant.MIN;
    private Instant last = Instant.MIN;
    private long number;
    private boolean removed;
    private int held;
    private int paid;

    Fold(long activity, Findings findings) {
        this.activity = activity;
        this.findings = findings;
    }

    void apply(Event event) {
        expect(event, event.activity() == activity, "is of another sale");
        expect(event, event.number() == number + 1, "does not follow event " + number);
        expect(event, !event.at().isBefore(last), "is older than the one before, which is of " + last);
        expect(event, !removed, "comes after the sale was taken away");
        number = event.number();
        previous = last;
        last = event.at().isAfter(last) ? event.at() : last;
        switch (event) {
            case Event.Arranged arranged -> arranged(arranged);
            case Event.Won won -> won(won);
            case Event.Settled settled -> settled(settled);
            case Event.Removed gone -> removed(gone);
        }
        expect(event, terms == null || available() >= 0, "sells more units than there are");
    }

    private void arranged(Event.Arranged event) {
        Terms before = terms;
        expect(event, !event.terms().equals(before), "changes nothing");
        expect(
                event,
                before == null
                        || byPosition.isEmpty()
                        || before.hold().equals(event.terms().hold()),
                "changes the time to pay of a sale with wins");
        terms = event.terms();
    }

    private void won(Event.Won event) {
        Terms now = terms;
        expect(event, now != null, "is a win before there are terms");
        expect(
                event,
                event.order().position() == byPosition.size() + 1L,
                "does not take position " + (byPosition.size() + 1));
        expect(event, !byUser.containsKey(event.user()), "is the second win of its user");
        if (now != null) {
            expect(event, available() > 0, "sells a unit that is not there");
            expect(event, now.open(), "is a win in a closed sale");
            expect(event, !event.at().isBefore(now.start()) && event.at().isBefore(now.end()), "is outside the window");
            expect(
                    event,
                    event.payBy().equals(event.at().plus(now.hold())),
                    "gives another time to pay than the terms");
        }
        Unit unit = new Unit(event);
        byUser.putIfAbsent(event.user(), unit);
        byPosition.add(unit);
        held++;
    }

    private void settled(Event.Settled event) {
        Unit unit = unit(event.order());
        expect(event, unit != null, "settles an order that there is not");
        if (unit == null) {
            return;
        }
        expect(event, unit.standing == Standing.HELD, "settles an order that is " + unit.standing);
        expect(event, event.standing() != Standing.HELD, "settles to nothing");
        boolean early = event.standing() == Standing.EXPIRED && event.at().isBefore(unit.won.payBy());
        expect(event, !early, "lets an order expire before " + unit.won.payBy());
        held -= unit.standing == Standing.HELD ? 1 : 0;
        paid += (event.standing() == Standing.PAID ? 1 : 0) - (unit.standing == Standing.PAID ? 1 : 0);
        unit.standing = event.standing();
    }

    private void removed(Event.Removed event) {
        expect(event, terms != null, "takes away a sale that there is not");
        expect(event, byPosition.isEmpty(), "takes away a sale with wins");
        terms = null;
        removed = true;
    }

    private void expect(Event event, boolean holds, String otherwise) {
        findings.require(Rule.LOG, holds, () -> "event " + event.number() + " " + otherwise + ": " + event);
    }

    long number() {
        return number;
    }

    boolean isRemoved() {
        return removed;
    }

    /// When the event before the last one was.
    Instant previous() {
        return previous;
    }

    Instant last() {
        return last;
    }

    @Nullable
    Terms terms() {
        return terms;
    }

    int held() {
        return held;
    }

    /// How many units can be won; 0 without terms.
    int available() {
        return terms == null ? 0 : terms.units() - held - paid;
    }

    @Nullable
    Unit unit(UserId user) {
        return byUser.get(user);
    }

    @Nullable
    Unit unit(OrderId order) {
        boolean here = order.activity() == activity && order.position() <= byPosition.size();
        return here ? byPosition.get((int) order.position() - 1) : null;
    }

    /// An order as it is after the events so far.
    Optional<Order> order(OrderId id) {
        return Optional.ofNullable(unit(id)).map(unit -> unit.order(number));
    }

    Collection<Unit> units() {
        return Collections.unmodifiableList(byPosition);
    }

    /// What the sale is for a user, as a clause.
    String of(UserId user) {
        Unit unit = byUser.get(user);
        String own = unit == null
                ? "the user has no order"
                : "the user's order " + unit.won.order() + " is " + unit.standing;
        return own + ", " + available() + " units are left and " + held + " held, terms " + terms;
    }
}
