package io.heddle.seckill.sql;

import io.heddle.db.Database;
import io.heddle.db.DatabaseSettings;
import io.heddle.db.Session;
import io.heddle.db.migration.Migrations;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// The engine that leaves every decision to a database. What it has told is committed, and as safe as the database
/// makes a commit: on H2 files and on MariaDB with `innodb_flush_log_at_trx_commit=1` it survives a kill.
public final class SqlStock implements Stock {
    /// The most events that are read at once.
    public static final int MAX_EVENTS = 5_000;

    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final Database database;
    private final SqlForm form;
    private final InstantSource clock;
    private final SaleStore sales = new SaleStore();
    private final EventStore events = new EventStore();
    private final LongAdder decisions = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private final Loop expiry;

    private SqlStock(Database database, SqlForm form, InstantSource clock, Loop expiry) {
        this.database = database;
        this.form = form;
        this.clock = clock;
        this.expiry = expiry;
    }

    /// Brings the tables of sales up to date.
    public static void migrate(DatabaseSettings settings) {
        Migrations.of("sale_sql").with(Procedure.step()).migrate(settings);
    }

    /// Opens the sales of a database whose tables are up to date. The database is not closed with the stock.
    ///
    /// @param clock the time of sales
    public static SqlStock open(Database database, SqlForm form, InstantSource clock) {
        boolean procedure = form == SqlForm.ONE_STATEMENT && database.read(Procedure::exists);
        SqlForm able = form == SqlForm.ONE_STATEMENT && !procedure ? SqlForm.SELECT_FIRST : form;
        Expiry expiry = new Expiry(database, clock, new SaleStore());
        Loop loop = Loop.start("pay-time-outs", SWEEP, LONGEST_BACK_OFF, expiry::sweep);
        return new SqlStock(database, able, clock, loop);
    }

    @Override
    public void put(Terms terms) {
        Tries.run(() -> database.transaction(session -> put(session, terms)));
    }

    private boolean put(Session session, Terms terms) {
        Optional<SaleRow> sale = sales.lock(session, terms.activity());
        if (sale.isEmpty()) {
            sales.insert(session, terms, clock.millis());
            changes.increment();
            return true;
        }
        return change(session, sale.get(), terms);
    }

    private boolean change(Session session, SaleRow sale, Terms terms) {
        if (sale.isGone()) {
            throw new TermsException("sale " + sale.activity() + " was taken away for good");
        } else if (sale.terms().equals(terms)) {
            return false;
        } else if (terms.units() < sale.held() + sale.paid()) {
            throw new TermsException(
                    (sale.held() + sale.paid()) + " units are held and paid for, so there cannot be " + terms.units());
        } else if (sale.wins() > 0 && terms.hold().toMillis() != sale.holdMs()) {
            throw new TermsException("the time to pay stays " + sale.terms().hold() + ", because there are winners");
        }
        sales.change(session, sale, terms, sale.time(clock.millis()));
        changes.increment();
        return true;
    }

    @Override
    public boolean remove(long activity) {
        return Tries.run(() -> database.transaction(session -> remove(session, activity)));
    }

    private boolean remove(Session session, long activity) {
        Optional<SaleRow> sale = sales.lock(session, activity).filter(row -> !row.isGone());
        if (sale.isPresent() && sale.get().wins() > 0) {
            throw new TermsException("sale " + activity + " has winners, so it stays");
        }
        sale.ifPresent(row -> sales.remove(session, row, row.time(clock.millis())));
        return sale.isPresent();
    }

    @Override
    public List<Terms> sales() {
        return Tries.run(() -> database.read(sales::all)).stream()
                .map(SaleRow::terms)
                .toList();
    }

    @Override
    public Claim claim(long activity, UserId user) {
        Claim claim = Tries.until(() -> attempt(activity, user));
        decisions.increment();
        return claim;
    }

    private Optional<Claim> attempt(long activity, UserId user) {
        if (form == SqlForm.SELECT_FIRST) {
            Optional<Claim> answer = look(activity, user);
            if (answer.isPresent()) {
                return answer;
            }
        }
        Optional<Claim> won = win(activity, user);
        return won.isPresent() ? won : look(activity, user);
    }

    private Optional<Claim> win(long activity, UserId user) {
        Optional<WinRow> win = Tries.unlessTaken(() -> database.transaction(session -> form == SqlForm.ONE_STATEMENT
                ? Procedure.win(session, activity, user, clock.millis())
                : sales.win(session, activity, user, clock.millis())));
        win.ifPresent(made -> changes.increment());
        return win.map(WinRow::won);
    }

    /// What a user is told by what is committed; none when a unit is there to be had.
    private Optional<Claim> look(long activity, UserId user) {
        Optional<Sight> sight = database.read(session -> sales.look(session, activity, user));
        return sight.isEmpty()
                ? Optional.of(new Claim.NoActivity())
                : sight.get().answer(clock.millis());
    }

    @Override
    public Claim standing(long activity, UserId user) {
        Optional<Sight> sight = Tries.run(() -> database.read(session -> sales.look(session, activity, user)));
        return sight.<Claim>map(seen -> seen.answer(clock.millis()).orElseGet(() -> new Claim.None(seen.seq())))
                .orElseGet(Claim.NoActivity::new);
    }

    @Override
    public Optional<Order> settle(OrderId order, Standing how) {
        if (how == Standing.HELD) {
            throw new IllegalArgumentException("an order is settled as paid, cancelled or expired");
        }
        return Tries.run(() -> database.transaction(session -> settle(session, order, how)));
    }

    private Optional<Order> settle(Session session, OrderId order, Standing how) {
        Optional<SaleRow> sale = sales.lock(session, order.activity());
        Optional<WinRow> win = sales.win(session, order.activity(), order.position());
        if (sale.isEmpty() || win.isEmpty()) {
            return Optional.empty();
        }
        long now = sale.get().time(clock.millis());
        boolean due = now >= win.get().payByMs();
        if (win.get().standing() != Standing.HELD || (how == Standing.EXPIRED && !due)) {
            return Optional.of(win.get().order(win.get().standing(), sale.get().seq()));
        }
        var settlement = new SaleStore.Settlement(sale.get().seq() + 1, now, due ? Standing.EXPIRED : how);
        sales.settle(session, sale.get(), win.get(), settlement);
        changes.increment();
        return Optional.of(win.get().order(settlement.standing(), settlement.number()));
    }

    @Override
    public Optional<Order> order(OrderId order) {
        return Tries.run(() -> database.transaction(session -> {
            Optional<SaleRow> sale = sales.lock(session, order.activity());
            return sales.win(session, order.activity(), order.position())
                    .map(win -> win.order(win.standing(), sale.orElseThrow().seq()));
        }));
    }

    @Override
    public Optional<Tally> tally(long activity) {
        return Tries.run(() -> database.read(session -> sales.find(session, activity)))
                .filter(sale -> !sale.isGone())
                .map(SaleRow::tally);
    }

    /// {@inheritDoc} At most {@link #MAX_EVENTS} are given.
    @Override
    public List<Event> events(long activity, long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException("events are read after 0 or more, 1 or more at a time");
        }
        int most = Math.min(limit, MAX_EVENTS);
        return Tries.run(() -> database.read(session -> events.events(session, activity, after, most)));
    }

    @Override
    public Pulse pulse() {
        return new Pulse(decisions.sum(), changes.sum(), 0, Duration.ZERO, Duration.ZERO);
    }

    /// Ends the look for units that come back.
    @Override
    public void close() {
        expiry.close();
    }
}
