package io.heddle.seckill.activity;

import io.heddle.contract.reply.Page;
import io.heddle.db.Database;
import io.heddle.db.sql.Comparison;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Table;
import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.tables.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of sales. The engine is the truth of what it knows; names and products are only here.
final class ActivityStore {
    private static final Table TABLE = Table.of(
            "activity", "id", "name", "product", "stock", "start_time", "end_time", "hold_ms", "opened", "leaving");
    private static final int AT_ONCE = 500;
    private static final Table MARKS = Table.of("sale_applied", "activity_id", "event");

    private final Tables tables;

    ActivityStore(Tables tables) {
        this.tables = tables;
    }

    /// A row.
    record Row(
            long id,
            String name,
            long product,
            int stock,
            Instant startTime,
            Instant endTime,
            long holdMs,
            boolean opened,
            boolean leaving) {
        Terms terms() {
            return new Terms(id, stock, startTime, endTime, Duration.ofMillis(holdMs), opened);
        }

        Activity activity() {
            return activity(terms());
        }

        Activity activity(Terms terms) {
            return new Activity(
                    id, name, product, terms.units(), terms.start(), terms.end(), terms.hold(), terms.open());
        }
    }

    /// @param terms those of the new sale, whose number is not known yet
    /// @return its number
    long add(String name, long product, Terms terms) {
        return tables.database()
                .transaction(session -> session.insert(TABLE.insert()
                        .value("name", name)
                        .value("product", product)
                        .value("stock", terms.units())
                        .value("start_time", terms.start())
                        .value("end_time", terms.end())
                        .value("hold_ms", terms.hold().toMillis())
                        .value("opened", terms.open())
                        .value("leaving", false)));
    }

    /// Takes a row away whose number is that of another sale; the marks are those of that one.
    void withdraw(long id) {
        tables.database().transaction(session -> session.update(TABLE.delete().where("id", id)));
    }

    Page<Row> list(int page, int limit) {
        return tables.database()
                .read(session -> session.page(
                        Row.class,
                        TABLE.select().where("leaving", false).orderBy("id", Direction.DESCENDING),
                        page,
                        limit));
    }

    Optional<Row> find(long id) {
        return tables.database()
                .read(session ->
                        session.one(Row.class, TABLE.select().where("id", id).where("leaving", false)));
    }

    /// Takes over what the engine says of a sale.
    void arrange(Terms terms) {
        arrange(tables.database(), terms);
    }

    static void arrange(Database database, Terms terms) {
        database.transaction(session -> session.update(TABLE.update()
                .set("stock", terms.units())
                .set("start_time", terms.start())
                .set("end_time", terms.end())
                .set("hold_ms", terms.hold().toMillis())
                .set("opened", terms.open())
                .where("id", terms.activity())));
    }

    void rename(long id, String name) {
        tables.database()
                .transaction(session ->
                        session.update(TABLE.update().set("name", name).where("id", id)));
    }

    /// Says that a sale is about to be taken away, or that it stays after all.
    ///
    /// @return whether there is such a sale
    boolean leaving(long id, boolean leaving) {
        return leaving(tables.database(), id, leaving);
    }

    static boolean leaving(Database database, long id, boolean leaving) {
        return database.transaction(session ->
                        session.update(TABLE.update().set("leaving", leaving).where("id", id)))
                > 0;
    }

    void remove(long id) {
        remove(tables.database(), id);
    }

    static void remove(Database database, long id) {
        database.transaction(session -> {
            session.update(MARKS.delete().where("activity_id", id));
            return session.update(TABLE.delete().where("id", id));
        });
    }

    /// Some sales in the order of their numbers, those about to be taken away too.
    static List<Row> after(Database database, long id, int limit) {
        return database.read(session -> session.list(
                Row.class,
                TABLE.select()
                        .where("id", Comparison.MORE, id)
                        .orderBy("id", Direction.ASCENDING)
                        .limit(limit)));
    }

    /// The terms of all sales but those about to be taken away.
    static List<Terms> terms(Database database) {
        List<Terms> terms = new ArrayList<>();
        List<Row> rows = after(database, 0, AT_ONCE);
        while (!rows.isEmpty()) {
            rows.stream().filter(row -> !row.leaving()).map(Row::terms).forEach(terms::add);
            rows = after(database, rows.getLast().id(), AT_ONCE);
        }
        return terms;
    }
}
