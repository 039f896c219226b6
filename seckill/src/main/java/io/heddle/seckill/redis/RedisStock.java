package io.heddle.seckill.redis;

import io.heddle.kit.loop.Loop;
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
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// The engine that leaves every decision to Redis, which runs one script at a time. Several processes may use the same
/// Redis. What it does not promise is told at its package.
public final class RedisStock implements Stock {
    /// The numbers of all sales.
    static final String SALES = "sk:sales";
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final Line line;
    private final Scripts scripts;
    private final Loop expiry;
    private final LongAdder decisions = new LongAdder();
    private final LongAdder changes = new LongAdder();

    private RedisStock(Line line, Scripts scripts, Loop expiry) {
        this.line = line;
        this.scripts = scripts;
        this.expiry = expiry;
    }

    /// Connects to Redis.
    ///
    /// @param clock the time of sales
    /// @throws NotDurableException when Redis does not keep on disk what it answers
    /// @throws io.heddle.seckill.sale.UndecidedException when it is away
    public static RedisStock open(RedisSettings settings, InstantSource clock) {
        Line line = Line.open(settings);
        Scripts scripts = new Scripts(line, clock);
        Expiry expiry = new Expiry(line, scripts);
        Loop loop = Loop.start("pay-time-outs", SWEEP, LONGEST_BACK_OFF, expiry::sweep);
        return new RedisStock(line, scripts, loop);
    }

    /// Holds Redis against what is known elsewhere; a sale that Redis knows less of is frozen: every call for it ends
    /// with this exception from then on.
    ///
    /// @param number the number of the last event of the sale that is known
    /// @throws RedisBehindException when Redis ends before it
    public void requireAtLeast(long activity, long number) {
        scripts.know(activity, number);
        Map<String, String> sale =
                line.ask(commands -> commands.hgetall(Scripts.Keys.of(activity).config()));
        Scripts.check(activity, number, Long.parseLong(sale.getOrDefault("seq", "0")));
    }

    @Override
    public void put(Terms terms) {
        line.ask(commands -> commands.sadd(SALES, Long.toString(terms.activity())));
        Answer answer = scripts.run(
                Script.PUT,
                terms.activity(),
                Integer.toString(terms.units()),
                Long.toString(terms.start().toEpochMilli()),
                Long.toString(terms.end().toEpochMilli()),
                Long.toString(terms.hold().toMillis()),
                terms.open() ? "1" : "0");
        switch (answer.word()) {
            case "GONE" -> throw new TermsException("sale " + terms.activity() + " was taken away for good");
            case "LIVE" ->
                throw new TermsException(
                        answer.text(2) + " units are held and paid for, so there cannot be " + terms.units());
            case "HOLD" ->
                throw new TermsException(
                        "the time to pay stays " + Duration.ofMillis(answer.number(2)) + ", because there are winners");
            default -> changes.add(answer.word().equals("DONE") ? 1 : 0);
        }
    }

    @Override
    public boolean remove(long activity) {
        String word = scripts.run(Script.REMOVE, activity).word();
        if (word.equals("HAS_WINS")) {
            throw new TermsException("sale " + activity + " has winners, so it stays");
        }
        return word.equals("DONE");
    }

    @Override
    public List<Terms> sales() {
        return line.ask(commands -> commands.smembers(SALES)).stream()
                .map(Long::parseLong)
                .sorted()
                .flatMap(activity -> tally(activity).stream())
                .map(Tally::terms)
                .toList();
    }

    @Override
    public Claim claim(long activity, UserId user) {
        Claim claim = scripts.run(Script.CLAIM, activity, user.text(), "0").claim(activity);
        decisions.increment();
        changes.add(claim instanceof Claim.Won ? 1 : 0);
        return claim;
    }

    @Override
    public Claim standing(long activity, UserId user) {
        return scripts.run(Script.CLAIM, activity, user.text(), "1").claim(activity);
    }

    @Override
    public Optional<Order> settle(OrderId order, Standing how) {
        if (how == Standing.HELD) {
            throw new IllegalArgumentException("an order is settled as paid, cancelled or expired");
        }
        return settle(order, how.name());
    }

    @Override
    public Optional<Order> order(OrderId order) {
        return settle(order, "");
    }

    private Optional<Order> settle(OrderId order, String how) {
        Answer answer = scripts.run(Script.SETTLE, order.activity(), Long.toString(order.position()), how);
        if (answer.word().equals("NONE")) {
            return Optional.empty();
        }
        Standing standing = Standing.valueOf(answer.text(5));
        UserId user = new UserId(answer.text(2));
        return Optional.of(new Order(order, user, answer.time(3), answer.time(4), standing, answer.number()));
    }

    @Override
    public Optional<Tally> tally(long activity) {
        long least = scripts.known(activity);
        SaleHash sale = new SaleHash(
                activity,
                line.ask(commands -> commands.hgetall(Scripts.Keys.of(activity).config())));
        Scripts.check(activity, least, sale.number("seq"));
        return sale.tally();
    }

    @Override
    public List<Event> events(long activity, long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException("events are read after 0 or more, 1 or more at a time");
        }
        if (after == Long.MAX_VALUE) {
            return List.of();
        }
        Range<String> range = Range.from(Range.Boundary.including((after + 1) + "-0"), Range.Boundary.unbounded());
        return line.ask(commands -> commands.xrange(Scripts.Keys.of(activity).log(), range, Limit.from(limit))).stream()
                .map(message -> LogEntry.event(activity, message))
                .toList();
    }

    @Override
    public Pulse pulse() {
        return new Pulse(decisions.sum(), changes.sum(), 0, Duration.ZERO, Duration.ZERO);
    }

    /// Ends the connection. Redis goes on.
    @Override
    public void close() {
        expiry.close();
        line.close();
    }
}
