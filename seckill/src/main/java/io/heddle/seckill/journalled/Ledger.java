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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// All sales, and the decisions: each is an answer, and the event that it makes if it makes one. No clock, no
/// disk, no threads: guarded by the lock of the {@link Arbiter}.
final class Ledger {
    /// A step of the ledger at a time of the clock.
    interface Decision<T> {
        T on(Ledger ledger, long now);
    }

    /// What taking a sale away comes to.
    enum Removal {
        DONE,
        NONE,
        HAS_WINS
    }

    private final Map<Long, Sale> sales = new HashMap<>();
    private final BiConsumer<Sale, Event> log;
    private final long seed;
    private long claims;

    /// @param log is told each event that a decision makes
    /// @param seed of the hashes of users
    Ledger(BiConsumer<Sale, Event> log, long seed) {
        this.log = log;
        this.seed = seed;
    }

    /// Takes an event that was decided before.
    void replay(Event event) {
        Sale sale = sales.computeIfAbsent(event.activity(), this::sale);
        sale.apply(event);
        sale.durable(event);
    }

    private Sale sale(long activity) {
        return new Sale(activity, seed);
    }

    private void record(Sale sale, Event event) {
        sale.apply(event);
        log.accept(sale, event);
    }

    /// The sale with a number, which may be one that was taken away.
    @Nullable
    Sale find(long activity) {
        return sales.get(activity);
    }

    /// The number of the last event of a sale that is on disk, 0 when there is none.
    long durable(long activity) {
        Sale sale = sales.get(activity);
        return sale == null ? 0 : sale.durable();
    }

    Claim claim(long activity, UserId user, long clock) {
        claims++;
        Sale sale = sales.get(activity);
        if (sale == null) {
            return new Claim.NoActivity();
        }
        long now = sale.time(clock);
        Claim answer = sale.answer(user, now);
        if (answer != null) {
            return answer;
        }
        Event.Won won = sale.win(user, now);
        record(sale, won);
        return new Claim.Won(won.order(), won.payBy(), won.number());
    }

    /// How many claims were decided since the start.
    long claims() {
        return claims;
    }

    Claim standing(long activity, UserId user, long clock) {
        Sale sale = sales.get(activity);
        if (sale == null) {
            return new Claim.NoActivity();
        }
        Claim answer = sale.answer(user, sale.time(clock));
        return answer == null ? new Claim.None(sale.number()) : answer;
    }

    Optional<Order> settle(OrderId order, Standing how, long clock) {
        Sale sale = sales.get(order.activity());
        if (sale == null || !sale.has(order)) {
            return Optional.empty();
        }
        int position = (int) order.position();
        long now = sale.time(clock);
        boolean due = sale.isDue(position, now);
        if (sale.isHeld(position) && (due || how != Standing.EXPIRED)) {
            settle(sale, position, due ? Standing.EXPIRED : how, now);
        }
        return Optional.of(sale.order(position));
    }

    private void settle(Sale sale, int position, Standing next, long now) {
        record(sale, sale.settlement(position, next, now));
    }

    Optional<Order> order(OrderId order) {
        Sale sale = sales.get(order.activity());
        return sale == null || !sale.has(order) ? Optional.empty() : Optional.of(sale.order((int) order.position()));
    }

    Optional<Tally> tally(long activity) {
        Sale sale = sales.get(activity);
        return sale == null ? Optional.empty() : sale.tally();
    }

    /// @return why the terms are refused, empty when they hold
    Optional<String> put(Terms terms, long clock) {
        Sale sale = sales.computeIfAbsent(terms.activity(), this::sale);
        Terms before = sale.terms();
        if (terms.equals(before)) {
            return Optional.empty();
        }
        Optional<String> refusal = refusal(sale, before, terms);
        if (refusal.isEmpty()) {
            Instant at = Instant.ofEpochMilli(sale.time(clock));
            record(sale, new Event.Arranged(sale.number() + 1, at, terms));
        }
        return refusal;
    }

    private static Optional<String> refusal(Sale sale, @Nullable Terms before, Terms next) {
        if (before == null && sale.number() > 0) {
            return Optional.of("sale " + next.activity() + " was taken away for good");
        }
        if (next.units() < sale.live()) {
            return Optional.of(sale.live() + " units are held and paid for, so there cannot be " + next.units());
        }
        if (before != null && sale.hasWins() && !next.hold().equals(before.hold())) {
            return Optional.of("the time to pay stays " + before.hold() + ", because there are winners");
        }
        return Optional.empty();
    }

    Removal remove(long activity, long clock) {
        Sale sale = sales.get(activity);
        if (sale == null || sale.terms() == null) {
            return Removal.NONE;
        }
        if (sale.hasWins()) {
            return Removal.HAS_WINS;
        }
        Instant at = Instant.ofEpochMilli(sale.time(clock));
        record(sale, new Event.Removed(sale.number() + 1, at, activity));
        return Removal.DONE;
    }

    /// The terms of all sales by their numbers.
    List<Terms> terms() {
        return sales.values().stream()
                .map(Sale::terms)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Terms::activity))
                .toList();
    }

    /// Lets units fall back whose time to pay is over.
    ///
    /// @param limit the most units
    /// @param spared sales that are left alone
    /// @return how many did
    int expire(long clock, int limit, Set<Long> spared) {
        int done = 0;
        for (Sale sale : sales.values()) {
            if (spared.contains(sale.activity())) {
                continue;
            }
            long now = sale.time(clock);
            for (int due = sale.nextDue(now); due != 0 && done < limit; due = sale.nextDue(now)) {
                settle(sale, due, Standing.EXPIRED, now);
                done++;
            }
        }
        return done;
    }

    /// How many bytes the winners take.
    long bytes() {
        return sales.values().stream().mapToLong(Sale::bytes).sum();
    }
}
