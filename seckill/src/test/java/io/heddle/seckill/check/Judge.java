package io.heddle.seckill.check;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges a small history by trying: is there any order of its operations that keeps real time, gives these answers
/// and makes exactly these events? It shares nothing with the linear judge, and knows a sale only by reading its
/// events from the first each time.
final class Judge {
    /// Where a search stands: which operations are over, which have caused an event, how many events there are.
    private record Place(int done, int caused, int events) {
        Place over(int operation, int events) {
            return new Place(done | 1 << operation, caused, events);
        }

        Place causes(int operation, int events) {
            return new Place(done, caused | 1 << operation, events);
        }
    }

    private final List<Operation> operations;
    private final List<Event> events;
    private final Set<Place> seen = new HashSet<>();

    private Judge(List<Operation> operations, List<Event> events) {
        this.operations = operations.stream().filter(each -> !isRefused(each)).toList();
        this.events = events;
    }

    static boolean isRight(List<Operation> operations, List<Event> events) {
        return new Judge(operations, events).search(new Place(0, 0, 0));
    }

    private static boolean isRefused(Operation operation) {
        return operation.answer().map(Operation.Answer::reply).orElse(null) instanceof Reply.Refused;
    }

    private boolean search(Place place) {
        if (!seen.add(place)) {
            return false;
        }
        if (isEnd(place) || byItself(place)) {
            return true;
        }
        for (int i = 0; i < operations.size(); i++) {
            boolean over = (place.done & 1 << i) != 0;
            if (!over && mayBegin(operations.get(i), place) && (answers(i, place) || causes(i, place))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnd(Place place) {
        boolean all = place.events == events.size();
        for (int i = 0; i < operations.size(); i++) {
            all &= operations.get(i).open() || (place.done & 1 << i) != 0;
        }
        return all;
    }

    /// Whether what was over before this was asked has been put before it.
    private boolean mayBegin(Operation operation, Place place) {
        for (int i = 0; i < operations.size(); i++) {
            Operation other = operations.get(i);
            boolean before = !other.open()
                    && other.answer().orElseThrow().completed().nanos()
                            < operation.invoked().nanos();
            if (before && (place.done & 1 << i) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean byItself(Place place) {
        if (place.events == events.size()) {
            return false;
        }
        Event next = events.get(place.events);
        boolean alone = next instanceof Event.Arranged
                || next instanceof Event.Settled settled
                        && settled.standing() == Standing.EXPIRED
                        && standing(settled.order(), place.events) == Standing.HELD;
        return alone && search(new Place(place.done, place.caused, place.events + 1));
    }

    private boolean answers(int index, Place place) {
        Operation operation = operations.get(index);
        if (operation.open()) {
            return false;
        }
        boolean same = switch (operation.answer().orElseThrow().reply()) {
            case Reply.Decided(Claim claim) -> claim.equals(told(operation.ask(), place.events));
            case Reply.Ordered(Optional<Order> order) ->
                operation.ask() instanceof Ask.Settle settle
                        && order.equals(order(settle.order(), place.events))
                        && order.map(Order::standing).orElse(Standing.PAID) != Standing.HELD;
            default -> false;
        };
        return same && search(place.over(index, place.events));
    }

    private boolean causes(int index, Place place) {
        if (place.events == events.size() || (place.caused & 1 << index) != 0) {
            return false;
        }
        Operation operation = operations.get(index);
        Event next = events.get(place.events);
        return switch (operation.ask()) {
            case Ask.Take take ->
                next instanceof Event.Won won
                        && wins(operation, take.user(), won, place.events)
                        && search(place.over(index, place.events + 1));
            case Ask.Settle settle ->
                next instanceof Event.Settled settled
                        && settled.order().equals(settle.order())
                        && settled.standing() == settle.how()
                        && standing(settled.order(), place.events) == Standing.HELD
                        && search(place.causes(index, place.events + 1));
            case Ask.Look look -> false;
        };
    }

    private boolean wins(Operation operation, UserId user, Event.Won won, int count) {
        boolean free = claim(user, count) instanceof Claim.None;
        boolean its = won.user().equals(user) && won.order().position() == wins(count) + 1;
        Claim told = new Claim.Won(won.order(), won.payBy(), won.number());
        return free
                && its
                && (operation.open() || operation.answer().orElseThrow().reply().equals(new Reply.Decided(told)));
    }

    private Claim told(Ask ask, int count) {
        return switch (ask) {
            case Ask.Look look -> claim(look.user(), count);
            case Ask.Take take ->
                claim(take.user(), count) instanceof Claim.None ? new Claim.None(-1) : claim(take.user(), count);
            case Ask.Settle settle -> new Claim.None(-1);
        };
    }

    /// What a user is told after the first events, {@link Claim.None} when a unit could be had.
    Claim claim(UserId user, int count) {
        Event.Arranged arranged = null;
        Event.Won own = null;
        for (Event event : events.subList(0, count)) {
            arranged = event instanceof Event.Arranged next ? next : arranged;
            own = event instanceof Event.Won won && won.user().equals(user) ? won : own;
        }
        if (arranged == null) {
            return new Claim.NoActivity();
        }
        if (own != null) {
            Standing standing = standing(own.order(), count);
            return standing.live()
                    ? new Claim.AlreadyWon(own.order(), own.payBy(), standing, count)
                    : new Claim.Released(own.order(), standing, count);
        }
        if (!arranged.terms().open()) {
            return new Claim.Ended(count);
        }
        long held = with(Standing.HELD, count);
        boolean out = arranged.terms().units() == held + with(Standing.PAID, count);
        return out ? new Claim.SoldOut(held == 0, count) : new Claim.None(count);
    }

    Optional<Order> order(OrderId id, int count) {
        return events.subList(0, count).stream()
                .filter(event -> event instanceof Event.Won won && won.order().equals(id))
                .map(Event.Won.class::cast)
                .map(won -> new Order(id, won.user(), won.at(), won.payBy(), standing(id, count), count))
                .findFirst();
    }

    private Standing standing(OrderId order, int count) {
        Standing standing = Standing.HELD;
        for (Event event : events.subList(0, count)) {
            standing = event instanceof Event.Settled settled && settled.order().equals(order)
                    ? settled.standing()
                    : standing;
        }
        return standing;
    }

    private long with(Standing standing, int count) {
        return events.subList(0, count).stream()
                .filter(event -> event instanceof Event.Won won && standing(won.order(), count) == standing)
                .count();
    }

    private long wins(int count) {
        return events.subList(0, count).stream()
                .filter(Event.Won.class::isInstance)
                .count();
    }

    /// One who reads a log, to write a right history with.
    static Judge reading(List<Event> events) {
        return new Judge(List.of(), events);
    }
}
