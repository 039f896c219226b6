package io.heddle.seckill.order.table;

import io.heddle.contract.reply.Page;
import io.heddle.db.Database;
import io.heddle.db.Isolation;
import io.heddle.db.Rows;
import io.heddle.db.Session;
import io.heddle.db.TransactionOptions;
import io.heddle.db.error.DuplicateKeyException;
import io.heddle.db.sql.Comparison;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Insert;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Table;
import io.heddle.seckill.activity.SaleApi.Step;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.tables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The table of orders. Safe for use by any thread.
public final class OrderStore {
    private static final Table ORDERS =
            Table.of("orders", "activity_id", "user_id", "order_id", "place", "standing", "won", "pay_by", "settled");
    private static final Table PROGRESS = Table.of("sale_progress", "activity_id", "number", "wins");
    private static final int ROWS_AT_ONCE = 250;

    private final Tables tables;

    /// The table of a database.
    public OrderStore(Tables tables) {
        this.tables = tables;
    }

    /// How far the table follows a sale.
    ///
    /// @param activityId the sale
    /// @param number the number of the last event that is applied
    /// @param wins how many orders there are
    public record Progress(long activityId, long number, long wins) {}

    /// How far the table follows each sale.
    public List<Progress> progress() {
        return tables.database()
                .read(session ->
                        session.list(Progress.class, PROGRESS.select().orderBy("activity_id", Direction.ASCENDING)));
    }

    /// Applies events of one sale that follow each other, in one transaction with the progress. Those that are applied
    /// already are left out.
    ///
    /// @return how far the table follows the sale now
    /// @throws OrdersDifferException when the rows or the numbers do not go with the events; nothing is changed
    public Progress apply(long activity, List<Step> steps) {
        return tables.database().transaction(session -> apply(session, activity, steps));
    }

    private static Progress apply(Session session, long activity, List<Step> steps) {
        Progress before = lock(session, activity);
        List<Step> next =
                steps.stream().filter(step -> step.number() > before.number()).toList();
        if (next.isEmpty()) {
            return before;
        }
        requireNoGap(before, next);
        SaleFold fold = new SaleFold(activity, there(session, activity, next));
        next.forEach(fold::take);
        write(session, fold);
        Progress after = new Progress(
                activity, next.getLast().number(), before.wins() + fold.added().size());
        session.update(PROGRESS.update()
                .set("number", after.number())
                .set("wins", after.wins())
                .where("activity_id", activity)
                .where("number", Comparison.LESS, after.number()));
        return after;
    }

    /// Keeps others from applying the same.
    private static Progress lock(Session session, long activity) {
        Select row = PROGRESS.select().where("activity_id", activity).forUpdate();
        return session.one(Progress.class, row).orElseGet(() -> {
            long wins = session.count(ORDERS.count().where("activity_id", activity));
            session.update(PROGRESS.insert()
                    .value("activity_id", activity)
                    .value("number", 0L)
                    .value("wins", wins));
            return new Progress(activity, 0, wins);
        });
    }

    private static void requireNoGap(Progress before, List<Step> next) {
        long expected = before.number() + 1;
        for (Step step : next) {
            if (step.number() != expected++) {
                throw new OrdersDifferException("event " + step.number() + " of activity " + before.activityId()
                        + " came where " + (expected - 1) + " must be");
            }
        }
    }

    /// The rows that the events are about.
    private static Collection<OrderRow> there(Session session, long activity, List<Step> steps) {
        List<String> ids = steps.stream()
                .flatMap(step -> step.position().stream())
                .distinct()
                .map(place -> new OrderId(activity, place).toString())
                .toList();
        return session.list(OrderRow.class, ORDERS.select().whereIn("order_id", ids));
    }

    private static Select of(long activity) {
        return ORDERS.select().where("activity_id", activity);
    }

    private static void write(Session session, SaleFold fold) {
        try {
            inserts(fold.added()).forEach(session::update);
        } catch (DuplicateKeyException e) {
            OrdersDifferException differ =
                    new OrdersDifferException("a user or a place of the events has another order in the table");
            differ.initCause(e);
            throw differ;
        }
        inserts(fold.settled()).forEach(insert -> session.update(insert.orUpdate("standing", "settled")));
    }

    private static List<Insert> inserts(List<OrderRow> rows) {
        List<Insert> inserts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            Insert insert = ORDERS.insert()
                    .columns("activity_id", "user_id", "order_id", "place", "standing", "won", "pay_by", "settled");
            for (OrderRow row : rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))) {
                insert = insert.row(
                        row.activityId(),
                        row.userId(),
                        row.orderId(),
                        row.place(),
                        row.standing(),
                        row.won(),
                        row.payBy(),
                        row.settled());
            }
            inserts.add(insert);
        }
        return inserts;
    }

    /// Which orders are looked for.
    ///
    /// @param userId only of this user
    /// @param activityId only of this sale
    public record Filter(Optional<String> userId, Optional<Long> activityId) {}

    /// Orders, the latest of the latest sale first.
    public Page<OrderRow> list(Filter filter, int page, int limit) {
        Select found = ORDERS.select()
                .whereIf("user_id", filter.userId())
                .whereIf("activity_id", filter.activityId())
                .orderBy("activity_id", Direction.DESCENDING)
                .orderBy("place", Direction.DESCENDING);
        return tables.database().read(session -> session.page(OrderRow.class, found, page, limit));
    }

    /// One order by its number.
    public Optional<OrderRow> find(String orderId) {
        return tables.database()
                .read(session -> session.one(OrderRow.class, ORDERS.select().where("order_id", orderId)));
    }

    /// Reads some orders of a sale as they are at one event.
    ///
    /// @param places which, from the first to the last
    /// @return the number of that event
    public long look(long activity, Places places, Consumer<OrderRow> each) {
        Database database = tables.database();
        TransactionOptions options =
                TransactionOptions.STANDARD.isolation(Isolation.REPEATABLE_READ).reading();
        return database.transaction(options, session -> {
            long number = session.one(Progress.class, PROGRESS.select().where("activity_id", activity))
                    .map(Progress::number)
                    .orElse(0L);
            Select some = of(activity)
                    .where("place", Comparison.AT_LEAST, places.first())
                    .where("place", Comparison.AT_MOST, places.last())
                    .orderBy("place", Direction.ASCENDING);
            try (Rows<OrderRow> rows = session.stream(OrderRow.class, some)) {
                rows.forEach(each);
            }
            return number;
        });
    }

    /// Some places of a sale.
    ///
    /// @param first the first
    /// @param last the last
    public record Places(long first, long last) {}
}
