package io.heddle.seckill.activity;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.TermsException;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sales that nothing keeps, one step after the other.
public final class MemoryStock implements Stock {
    private final InstantSource clock;
    private final Map<Long, One> all = new TreeMap<>();
    private long decisions;

    /// Sales by that clock.
    public MemoryStock(InstantSource clock) {
        this.clock = clock;
    }

    private static final class One {
        private Terms terms;
        private final List<Event> events = new ArrayList<>();
        private final Map<UserId, Order> orders = new LinkedHashMap<>();

        One(Terms terms) {
            this.terms = terms;
        }

        int count(Standing standing) {
            return (int) orders.values().stream()
                    .filter(order -> order.standing() == standing)
                    .count();
        }

        Tally tally() {
            int gone = count(Standing.CANCELLED) + count(Standing.EXPIRED);
            return new Tally(terms, count(Standing.HELD), count(Standing.PAID), gone, events.size());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized void put(Terms terms) {
        One one = all.computeIfAbsent(terms.activity(), _ -> new One(terms));
        if (terms.units() < one.count(Standing.HELD) + one.count(Standing.PAID)) {
            throw new TermsException("fewer units than were won");
        }
        if (one.events.isEmpty() || !one.terms.equals(terms)) {
            one.terms = terms;
            one.events.add(new Event.Arranged(one.events.size() + 1L, now(), terms));
        }
    }

    @Override
    public synchronized boolean remove(long activity) {
        One one = all.get(activity);
        if (one != null && !one.orders.isEmpty()) {
            throw new TermsException("somebody has won in it");
        }
        return all.remove(activity) != null;
    }

    @Override
    public synchronized List<Terms> sales() {
        return all.values().stream().map(one -> one.terms).toList();
    }

    @Override
    public synchronized Claim claim(long activity, UserId user) {
        decisions++;
        Claim standing = standing(activity, user);
        if (!(standing instanceof Claim.None)) {
            return standing;
        }
        One one = all.get(activity);
        Instant now = now();
        if (one.tally().available() == 0) {
            return new Claim.SoldOut(one.count(Standing.HELD) == 0, one.events.size());
        }
        OrderId id = new OrderId(activity, one.orders.size() + 1L);
        Instant payBy = now.plus(one.terms.hold());
        long number = one.events.size() + 1L;
        one.events.add(new Event.Won(number, now, id, user, payBy));
        one.orders.put(user, new Order(id, user, now, payBy, Standing.HELD, number));
        return new Claim.Won(id, payBy, number);
    }

    @Override
    public synchronized Claim standing(long activity, UserId user) {
        One one = all.get(activity);
        if (one == null) {
            return new Claim.NoActivity();
        }
        long asOf = one.events.size();
        Instant now = now();
        Order order = one.orders.get(user);
        if (now.isBefore(one.terms.start())) {
            return new Claim.NotStarted(one.terms.start(), now, asOf);
        } else if (order != null) {
            return order.standing().live()
                    ? new Claim.AlreadyWon(order.id(), order.payBy(), order.standing(), asOf)
                    : new Claim.Released(order.id(), order.standing(), asOf);
        }
        boolean over = !one.terms.open() || !now.isBefore(one.terms.end());
        return over ? new Claim.Ended(asOf) : new Claim.None(asOf);
    }

    @Override
    public synchronized Optional<Order> settle(OrderId id, Standing how) {
        Optional<Order> known = order(id);
        if (known.isEmpty() || known.get().standing() != Standing.HELD) {
            return known;
        }
        One one = all.get(id.activity());
        Order held = known.get();
        Standing now = now().isBefore(held.payBy()) ? how : Standing.EXPIRED;
        one.events.add(new Event.Settled(one.events.size() + 1L, now(), id, now));
        Order settled = new Order(id, held.user(), held.won(), held.payBy(), now, one.events.size());
        one.orders.put(held.user(), settled);
        return Optional.of(settled);
    }

    @Override
    public synchronized Optional<Order> order(OrderId id) {
        return Optional.ofNullable(all.get(id.activity())).stream()
                .flatMap(one -> one.orders.values().stream())
                .filter(order -> order.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized Optional<Tally> tally(long activity) {
        return Optional.ofNullable(all.get(activity)).map(One::tally);
    }

    @Override
    public synchronized List<Event> events(long activity, long after, int limit) {
        return Optional.ofNullable(all.get(activity)).stream()
                .flatMap(one -> one.events.stream())
                .skip(after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Pulse pulse() {
        long events = all.values().stream().mapToLong(one -> one.events.size()).sum();
        return new Pulse(decisions, events, 0, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public void close() {}
}
