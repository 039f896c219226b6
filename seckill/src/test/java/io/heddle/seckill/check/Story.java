package io.heddle.seckill.check;

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
import java.util.Map;
import java.util.Optional;

/// A sale of two units that went right, told to be broken: event n is at n tens of milliseconds, but the last two.
final class Story {
    static final long SALE = 42;
    static final Instant ZERO = Instant.parse("2026-06-01T10:00:00Z");
    static final Duration HOLD = Duration.ofMinutes(1);
    static final Terms TERMS = new Terms(SALE, 2, ZERO, ZERO.plus(Duration.ofHours(1)), HOLD, true);

    final List<Event> events = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();

    Story() {
        events.add(new Event.Arranged(1, at(10), TERMS));
        events.add(win(2, 1, 1, 20));
        events.add(win(3, 2, 2, 30));
        events.add(new Event.Settled(4, at(40), order(1), Standing.PAID));
        events.add(new Event.Settled(5, at(50), order(2), Standing.CANCELLED));
        events.add(win(6, 3, 3, 60));
        events.add(new Event.Settled(7, at(60_060), order(3), Standing.EXPIRED));
        events.add(new Event.Arranged(8, at(70_000), TERMS.open(false)));
        add(take(6), 1, 2, new Claim.NoActivity());
        add(take(1), 18, 22, won(2, 1, 20));
        add(take(2), 28, 32, won(3, 2, 30));
        add(take(3), 33, 34, new Claim.SoldOut(false, 3));
        add(take(1), 35, 36, new Claim.AlreadyWon(order(1), at(20).plus(HOLD), Standing.HELD, 3));
        add(settle(1, Standing.PAID), 38, 42, ordered(1, Standing.PAID, 4));
        add(settle(2, Standing.CANCELLED), 48, 52, ordered(2, Standing.CANCELLED, 5));
        add(take(2), 53, 54, new Claim.Released(order(2), Standing.CANCELLED, 5));
        add(look(4), 55, 56, new Claim.None(5));
        add(take(3), 58, 62, won(6, 3, 60));
        add(look(1), 63, 64, new Claim.AlreadyWon(order(1), at(20).plus(HOLD), Standing.PAID, 6));
        add(take(4), 65, 66, new Claim.SoldOut(false, 6));
        add(settle(2, Standing.PAID), 67, 68, ordered(2, Standing.CANCELLED, 6));
        add(take(7), 60_050, 60_055, new Reply.Undecided());
        open(take(8), 60_100);
        add(take(9), 60_101, 60_102, new Reply.Refused());
        add(take(5), 70_001, 70_002, new Claim.Ended(8));
    }

    static Instant at(long millis) {
        return ZERO.plusMillis(millis);
    }

    static OrderId order(long position) {
        return new OrderId(SALE, position);
    }

    static Ask take(long user) {
        return new Ask.Take(SALE, UserId.of(user));
    }

    static Ask look(long user) {
        return new Ask.Look(SALE, UserId.of(user));
    }

    static Ask settle(long position, Standing how) {
        return new Ask.Settle(order(position), how);
    }

    static Event.Won win(long number, long position, long user, long millis) {
        return new Event.Won(
                number, at(millis), order(position), UserId.of(user), at(millis).plus(HOLD));
    }

    static Claim won(long number, long position, long millis) {
        return new Claim.Won(order(position), at(millis).plus(HOLD), number);
    }

    static Reply ordered(long position, Standing standing, long asOf) {
        return new Reply.Ordered(Optional.of(row(position, standing, asOf)));
    }

    /// The order of a position, which its user has the number of.
    static Order row(long position, Standing standing, long asOf) {
        Instant won = at(position == 3 ? 60 : 10 * position + 10);
        return new Order(order(position), UserId.of(position), won, won.plus(HOLD), standing, asOf);
    }

    Story add(Ask ask, long from, long to, Claim claim) {
        return add(ask, from, to, new Reply.Decided(claim));
    }

    Story add(Ask ask, long from, long to, Reply reply) {
        operations.add(operation(ask, from, Optional.of(new Operation.Answer(reply, moment(to)))));
        return this;
    }

    Story open(Ask ask, long from) {
        operations.add(operation(ask, from, Optional.empty()));
        return this;
    }

    private Operation operation(Ask ask, long from, Optional<Operation.Answer> answer) {
        return new Operation(operations.size() + 1, ask, moment(from), answer);
    }

    private static Operation.Moment moment(long millis) {
        return new Operation.Moment(millis, at(millis));
    }

    /// The story with another event in the place of the one with its number.
    Story event(Event event) {
        events.set((int) event.number() - 1, event);
        return this;
    }

    /// The story without its events from a number on.
    Story endBefore(long number) {
        events.subList((int) number - 1, events.size()).clear();
        return this;
    }

    /// The story with another claim in an operation.
    Story answer(int number, Claim claim) {
        return answer(number, new Reply.Decided(claim));
    }

    Story answer(int number, Reply reply) {
        Operation old = operations.get(number - 1);
        var answer = new Operation.Answer(reply, old.answer().orElseThrow().completed());
        operations.set(number - 1, new Operation(number, old.ask(), old.invoked(), Optional.of(answer)));
        return this;
    }

    /// The story with an operation at another time.
    Story moved(int number, long from, long to) {
        Operation old = operations.get(number - 1);
        var answer = new Operation.Answer(old.answer().orElseThrow().reply(), moment(to));
        operations.set(number - 1, new Operation(number, old.ask(), moment(from), Optional.of(answer)));
        return this;
    }

    /// The story without an operation.
    Story without(int number) {
        operations.removeIf(operation -> operation.number() == number);
        return this;
    }

    Evidence evidence() {
        return Evidence.of(SALE, events);
    }

    Map<UserId, Claim> looks() {
        return Map.of(
                UserId.of(1), new Claim.AlreadyWon(order(1), at(20).plus(HOLD), Standing.PAID, 8),
                UserId.of(2), new Claim.Released(order(2), Standing.CANCELLED, 8),
                UserId.of(3), new Claim.Released(order(3), Standing.EXPIRED, 8),
                UserId.of(4), new Claim.Ended(8));
    }

    List<Order> rows() {
        return List.of(row(1, Standing.PAID, 8), row(2, Standing.CANCELLED, 8), row(3, Standing.EXPIRED, 8));
    }

    Verdict judge() {
        return History.judge(operations, evidence());
    }
}
