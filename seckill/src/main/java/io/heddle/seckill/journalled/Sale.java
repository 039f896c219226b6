package io.heddle.seckill.journalled;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One sale: the fold of its events, and what follows from it. Guarded by the lock of the {@link Arbiter}.
final class Sale {
    private final long activity;
    private final Winners winners;
    private @Nullable Terms terms;
    private long start;
    private long end;
    private long hold;
    private long number;
    private long clock;
    private boolean removed;
    private int held;
    private int paid;

    /// The first position that may be held still.
    private int due = 1;

    private @Nullable Batch batch;

    /// The number of the last event that is on disk.
    private long durable;

    /// The last position that was won by an event that is on disk.
    private long durableWins;

    /// The number of the last event that settled a unit.
    private long settled;

    Sale(long activity, long seed) {
        this.activity = activity;
        this.winners = new Winners(seed);
    }

    /// Takes the next event.
    ///
    /// @throws IllegalStateException when no sale could have it
    void apply(Event event) {
        require(event.number() == number + 1, event);
        require(!removed && event.at().toEpochMilli() >= clock, event);
        switch (event) {
            case Event.Arranged arranged -> arranged(arranged);
            case Event.Won won -> won(won);
            case Event.Settled settled -> settled(settled);
            case Event.Removed gone -> removed(gone);
        }
        number = event.number();
        clock = event.at().toEpochMilli();
    }

    private void arranged(Event.Arranged event) {
        Terms next = event.terms();
        require(next.units() >= held + paid, event);
        require(winners.count() == 0 || next.hold().toMillis() == hold, event);
        terms = next;
        start = next.start().toEpochMilli();
        end = next.end().toEpochMilli();
        hold = next.hold().toMillis();
    }

    private void won(Event.Won event) {
        long at = event.at().toEpochMilli();
        String user = event.user().text();
        require(terms != null && terms.open() && at >= start && at < end, event);
        require(available() > 0 && winners.find(user) == 0, event);
        require(event.order().position() == winners.count() + 1L, event);
        require(event.payBy().toEpochMilli() == at + hold, event);
        winners.add(user, at);
        held++;
    }

    private void settled(Event.Settled event) {
        require(has(event.order()), event);
        int position = (int) event.order().position();
        require(winners.standing(position) == Standing.HELD && event.standing() != Standing.HELD, event);
        require(event.standing() != Standing.EXPIRED || event.at().toEpochMilli() >= payBy(position), event);
        winners.settle(position, event.standing());
        settled = event.number();
        held--;
        paid += event.standing() == Standing.PAID ? 1 : 0;
    }

    private void removed(Event.Removed event) {
        require(terms != null && winners.count() == 0, event);
        terms = null;
        removed = true;
    }

    private static void require(boolean holds, Event event) {
        if (!holds) {
            throw new IllegalStateException("no sale can have " + event);
        }
    }

    long activity() {
        return activity;
    }

    /// The time of the sale, which does not go back when the clock does.
    long time(long now) {
        clock = Math.max(clock, now);
        return clock;
    }

    /// What asking for a unit comes to without a win of the user now; none when a unit is the user's to win.
    @Nullable
    Claim answer(UserId user, long now) {
        if (terms == null) {
            return new Claim.NoActivity();
        }
        int position = winners.find(user.text());
        if (position != 0) {
            return answer(position);
        }
        if (now < start) {
            return new Claim.NotStarted(terms.start(), Instant.ofEpochMilli(now), number);
        }
        if (now >= end || !terms.open()) {
            return new Claim.Ended(number);
        }
        return available() > 0 ? null : new Claim.SoldOut(held == 0, number);
    }

    /// What is on disk of a unit is told as of the disk, so that it need not wait for the wins of others.
    private Claim answer(int position) {
        OrderId order = new OrderId(activity, position);
        Standing standing = winners.standing(position);
        long asOf = position <= durableWins && settled <= durable ? durable : number;
        return standing.live()
                ? new Claim.AlreadyWon(order, Instant.ofEpochMilli(payBy(position)), standing, asOf)
                : new Claim.Released(order, standing, asOf);
    }

    Event.Won win(UserId user, long now) {
        OrderId order = new OrderId(activity, winners.count() + 1L);
        return new Event.Won(number + 1, Instant.ofEpochMilli(now), order, user, Instant.ofEpochMilli(now + hold));
    }

    Event.Settled settlement(int position, Standing how, long now) {
        return new Event.Settled(number + 1, Instant.ofEpochMilli(now), new OrderId(activity, position), how);
    }

    boolean has(OrderId order) {
        return order.position() <= winners.count();
    }

    boolean isHeld(int position) {
        return winners.standing(position) == Standing.HELD;
    }

    /// Whether the time to pay for a unit is over.
    boolean isDue(int position, long now) {
        return now >= payBy(position);
    }

    private long payBy(int position) {
        return winners.won(position) + hold;
    }

    /// The first unit that is held though its time to pay is over, 0 when there is none. Units fall due in the
    /// order of their wins, because the time to pay does not change once there are wins.
    int nextDue(long now) {
        while (due <= winners.count() && !isHeld(due)) {
            due++;
        }
        return due <= winners.count() && isDue(due, now) ? due : 0;
    }

    Order order(int position) {
        return new Order(
                new OrderId(activity, position),
                new UserId(winners.user(position)),
                Instant.ofEpochMilli(winners.won(position)),
                Instant.ofEpochMilli(payBy(position)),
                winners.standing(position),
                number);
    }

    Optional<Tally> tally() {
        return terms == null
                ? Optional.empty()
                : Optional.of(new Tally(terms, held, paid, (long) winners.count() - held - paid, number));
    }

    @Nullable
    Terms terms() {
        return terms;
    }

    int live() {
        return held + paid;
    }

    private int available() {
        return terms == null ? 0 : terms.units() - held - paid;
    }

    boolean hasWins() {
        return winners.count() > 0;
    }

    long number() {
        return number;
    }

    /// The batch that the last event is in; none when that was read at the start.
    @Nullable
    Batch batch() {
        return batch;
    }

    void batch(Batch last) {
        batch = last;
    }

    long durable() {
        return durable;
    }

    /// An event is on disk; told in their order.
    void durable(Event last) {
        durable = last.number();
        if (last instanceof Event.Won won) {
            durableWins = won.order().position();
        }
    }

    /// Whether an answer that was given follows from what is on disk alone.
    boolean isDurable(@Nullable Object answer) {
        return answer instanceof Claim claim && claim.asOf() > 0 && claim.asOf() <= durable;
    }

    long bytes() {
        return winners.bytes();
    }
}
