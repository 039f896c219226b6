package io.heddle.seckill.check;

import static io.heddle.seckill.check.Story.ZERO;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Small histories by chance: right ones, and such with one thing changed in them.
final class Chance {
    private static final long SALE = Story.SALE;
    private static final long STEP = 400;
    private static final int MAX_OPERATIONS = 12;

    final List<Event> events = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();
    private final RandomGenerator random;
    private Terms terms;
    private long now;

    Chance(RandomGenerator random) {
        this.random = random;
        int units = 1 + random.nextInt(3);
        this.terms = new Terms(SALE, units, ZERO, ZERO.plus(Duration.ofDays(1000)), Duration.ofSeconds(1), true);
        int size = 2 + random.nextInt(MAX_OPERATIONS - 1);
        boolean early = random.nextInt(8) == 0;
        while (operations.size() < size) {
            now += STEP;
            if (events.isEmpty() && !(early && operations.isEmpty())) {
                events.add(new Event.Arranged(1, at(), terms));
            }
            step();
        }
    }

    private Instant at() {
        return ZERO.plusMillis(now);
    }

    private void step() {
        switch (random.nextInt(events.isEmpty() ? 8 : 12)) {
            case 8 -> expire();
            case 9 -> arrange();
            case 10, 11 -> settle();
            case 7 -> decided(new Ask.Look(SALE, user()));
            default -> take();
        }
    }

    private UserId user() {
        return UserId.of(1 + random.nextInt(4));
    }

    private OrderId order() {
        return new OrderId(SALE, 1 + random.nextInt(3));
    }

    private void arrange() {
        terms = random.nextInt(4) == 0 ? terms.open(!terms.open()) : terms.units(terms.units() + 1);
        events.add(new Event.Arranged(events.size() + 1, at(), terms));
    }

    private void expire() {
        Optional<Order> order = Judge.reading(events).order(order(), events.size());
        if (order.isPresent()
                && order.get().standing() == Standing.HELD
                && !order.get().payBy().isAfter(at())) {
            events.add(new Event.Settled(events.size() + 1, at(), order.get().id(), Standing.EXPIRED));
        }
    }

    private void settle() {
        Standing how = random.nextBoolean() ? Standing.PAID : Standing.CANCELLED;
        Ask.Settle ask = new Ask.Settle(order(), how);
        Optional<Order> order = Judge.reading(events).order(ask.order(), events.size());
        if (order.isPresent() && order.get().standing() == Standing.HELD) {
            events.add(new Event.Settled(events.size() + 1, at(), ask.order(), how));
        }
        operation(ask, new Reply.Ordered(Judge.reading(events).order(ask.order(), events.size())));
    }

    private void take() {
        Ask.Take ask = new Ask.Take(SALE, user());
        if (!(Judge.reading(events).claim(ask.user(), events.size()) instanceof Claim.None)) {
            decided(ask);
            return;
        }
        long wins = events.stream().filter(Event.Won.class::isInstance).count();
        OrderId order = new OrderId(SALE, wins + 1);
        Event.Won won = new Event.Won(events.size() + 1, at(), order, ask.user(), at().plusSeconds(1));
        events.add(won);
        operation(ask, new Reply.Decided(new Claim.Won(won.order(), won.payBy(), won.number())));
    }

    private void decided(Ask ask) {
        UserId user = ask instanceof Ask.Look look ? look.user() : ((Ask.Take) ask).user();
        operation(ask, new Reply.Decided(Judge.reading(events).claim(user, events.size())));
    }

    private void operation(Ask ask, Reply reply) {
        var from = moment(now - random.nextLong(3 * STEP));
        Optional<Operation.Answer> answer = switch (random.nextInt(8)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Operation.Answer(new Reply.Undecided(), moment(now + 1)));
            default -> Optional.of(new Operation.Answer(reply, moment(now + random.nextLong(3 * STEP))));
        };
        operations.add(new Operation(operations.size() + 1, ask, from, answer));
    }

    private static Operation.Moment moment(long millis) {
        return new Operation.Moment(millis, ZERO.plusMillis(millis));
    }

    /// Changes one thing, which may or may not make it wrong.
    void change() {
        int i = random.nextInt(operations.size());
        Operation one = operations.get(i);
        switch (random.nextInt(8)) {
            case 0 -> operations.remove(i);
            case 1 -> operations.set(i, moved(one));
            case 2 -> operations.set(i, replied(one, new Reply.Decided(anyClaim())));
            case 3 -> swapReplies(i, random.nextInt(operations.size()));
            case 4 -> operations.set(i, replied(one, new Reply.Refused()));
            case 5 -> cut();
            case 6 -> renameAWinner();
            default -> operations.set(i, replied(one, shifted(one)));
        }
    }

    private Operation moved(Operation one) {
        long from = random.nextLong(now + 1);
        long to = from + random.nextLong(3 * STEP);
        var answer = one.answer().map(old -> new Operation.Answer(old.reply(), moment(to)));
        return new Operation(one.number(), one.ask(), moment(from), answer);
    }

    private static Operation replied(Operation one, Reply reply) {
        boolean settle = one.ask() instanceof Ask.Settle;
        if (settle == reply instanceof Reply.Decided && !(reply instanceof Reply.Refused)) {
            return one;
        }
        var answer = one.answer().map(old -> new Operation.Answer(reply, old.completed()));
        return new Operation(one.number(), one.ask(), one.invoked(), answer);
    }

    private Claim anyClaim() {
        long asOf = 1 + random.nextInt(events.size());
        Instant payBy = ZERO.plusMillis(STEP * (1 + random.nextInt(6)) + 1000);
        return switch (random.nextInt(6)) {
            case 0 -> new Claim.SoldOut(random.nextBoolean(), asOf);
            case 1 -> new Claim.None(asOf);
            case 2 -> new Claim.Ended(asOf);
            case 3 -> new Claim.Won(order(), payBy, asOf);
            case 4 -> new Claim.NoActivity();
            default -> new Claim.AlreadyWon(order(), payBy, Standing.HELD, asOf);
        };
    }

    private void swapReplies(int i, int j) {
        Operation one = operations.get(i);
        Operation other = operations.get(j);
        if (one.answer().isPresent() && other.answer().isPresent()) {
            operations.set(i, replied(one, other.answer().get().reply()));
            operations.set(j, replied(other, one.answer().get().reply()));
        }
    }

    private void cut() {
        if (!events.isEmpty()) {
            events.removeLast();
        }
    }

    private void renameAWinner() {
        int i = random.nextInt(Math.max(1, events.size()));
        if (!events.isEmpty() && events.get(i) instanceof Event.Won won) {
            events.set(i, new Event.Won(won.number(), won.at(), won.order(), user(), won.payBy()));
        }
    }

    private Reply shifted(Operation one) {
        long by = random.nextBoolean() ? 1 : -1;
        return switch (one.answer().map(Operation.Answer::reply).orElseGet(Reply.Undecided::new)) {
            case Reply.Decided(Claim.SoldOut(boolean last, long asOf)) ->
                new Reply.Decided(new Claim.SoldOut(last, asOf + by));
            case Reply.Decided(Claim.AlreadyWon(var order, var payBy, var standing, long asOf)) ->
                new Reply.Decided(new Claim.AlreadyWon(order, payBy, standing, asOf + by));
            case Reply.Decided(Claim.Ended(long asOf)) -> new Reply.Decided(new Claim.Ended(asOf + by));
            case Reply.Ordered(Optional<Order> order) ->
                new Reply.Ordered(order.map(was ->
                        new Order(was.id(), was.user(), was.won(), was.payBy(), was.standing(), was.asOf() + by)));
            case Reply same -> same;
        };
    }
}
