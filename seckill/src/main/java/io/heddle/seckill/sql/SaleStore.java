package io.heddle.seckill.sql;

import io.heddle.db.Session;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The rows of sales and wins. What changes them holds the row of the sale, so that numbers are given in the order of
/// the commits.
final class SaleStore {
    private static final String LOOK = "select " + Sight.COLUMNS
            + " from stock_sale s left join stock_win w on w.activity = s.activity and w.user_id = ?"
            + " where s.activity = ?";
    private static final String TAKE = "insert into stock_win (" + WinRow.COLUMNS + ")"
            + " select activity, wins + 1, ?, seq + 1, greatest(clock_ms, ?), greatest(clock_ms, ?) + hold_ms, 'HELD'"
            + " from stock_sale where activity = ? and is_gone = false and is_open = true and held + paid < units"
            + " and greatest(clock_ms, ?) >= start_ms and greatest(clock_ms, ?) < end_ms for update";
    private static final String COUNT = "update stock_sale set wins = wins + 1, held = held + 1, seq = seq + 1,"
            + " clock_ms = greatest(clock_ms, ?) where activity = ?";

    Optional<Sight> look(Session session, long activity, UserId user) {
        return session.one(Sight.class, LOOK, bytes(user), activity);
    }

    static byte[] bytes(UserId user) {
        return user.text().getBytes(StandardCharsets.US_ASCII);
    }

    /// Makes the win of a user, where a unit can be had.
    Optional<WinRow> win(Session session, long activity, UserId user, long now) {
        byte[] name = bytes(user);
        if (session.update(TAKE, name, now, now, activity, now, now) == 0) {
            return Optional.empty();
        }
        session.update(COUNT, now, activity);
        return session.one(
                WinRow.class,
                "select " + WinRow.COLUMNS + " from stock_win where activity = ? and user_id = ?",
                activity,
                name);
    }

    Optional<SaleRow> find(Session session, long activity) {
        return session.one(SaleRow.class, sale("where activity = ?"), activity);
    }

    /// The row of a sale, which nobody else changes until the transaction ends.
    Optional<SaleRow> lock(Session session, long activity) {
        return session.one(SaleRow.class, sale("where activity = ? for update"), activity);
    }

    List<SaleRow> all(Session session) {
        return session.list(SaleRow.class, sale("where is_gone = false order by activity"));
    }

    private static String sale(String where) {
        return "select " + SaleRow.COLUMNS + " from stock_sale " + where;
    }

    Optional<WinRow> win(Session session, long activity, long position) {
        String sql = "select " + WinRow.COLUMNS + " from stock_win where activity = ? and place = ?";
        return session.one(WinRow.class, sql, activity, position);
    }

    /// The first wins from a position on.
    List<WinRow> wins(Session session, long activity, long from, int limit) {
        String sql = "select " + WinRow.COLUMNS
                + " from stock_win where activity = ? and place >= ? order by place limit " + limit;
        return session.list(WinRow.class, sql, activity, from);
    }

    void insert(Session session, Terms terms, long now) {
        session.update(
                "insert into stock_sale (" + SaleRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, false, 1, ?, 0, 0, 0, 1)",
                terms.activity(),
                terms.units(),
                terms.start().toEpochMilli(),
                terms.end().toEpochMilli(),
                terms.hold().toMillis(),
                terms.open(),
                now);
        note(session, terms, 1, now);
    }

    void change(Session session, SaleRow sale, Terms terms, long now) {
        session.update(
                "update stock_sale set units = ?, start_ms = ?, end_ms = ?, hold_ms = ?, is_open = ?, seq = seq + 1,"
                        + " clock_ms = ? where activity = ?",
                terms.units(),
                terms.start().toEpochMilli(),
                terms.end().toEpochMilli(),
                terms.hold().toMillis(),
                terms.open(),
                now,
                terms.activity());
        note(session, terms, sale.seq() + 1, now);
    }

    private static void note(Session session, Terms terms, long number, long now) {
        session.update(
                "insert into stock_terms values (?, ?, ?, ?, ?, ?, ?, ?, false)",
                terms.activity(),
                number,
                now,
                terms.units(),
                terms.start().toEpochMilli(),
                terms.end().toEpochMilli(),
                terms.hold().toMillis(),
                terms.open());
    }

    void remove(Session session, SaleRow sale, long now) {
        session.update(
                "update stock_sale set is_gone = true, seq = seq + 1, clock_ms = ? where activity = ?",
                now,
                sale.activity());
        session.update(
                "insert into stock_terms values (?, ?, ?, 0, 0, 0, 0, false, true)",
                sale.activity(),
                sale.seq() + 1,
                now);
    }

    /// Settles a held win as the event after the last.
    void settle(Session session, SaleRow sale, WinRow win, Settlement settlement) {
        int paid = settlement.standing() == Standing.PAID ? 1 : 0;
        session.update(
                "update stock_win set standing = ? where activity = ? and place = ?",
                settlement.standing(),
                sale.activity(),
                win.place());
        session.update(
                "update stock_sale set held = held - 1, paid = paid + ?, seq = seq + 1, clock_ms = ?"
                        + " where activity = ?",
                paid,
                settlement.at(),
                sale.activity());
        session.update(
                "insert into stock_settled values (?, ?, ?, ?, ?)",
                sale.activity(),
                settlement.number(),
                settlement.at(),
                win.place(),
                settlement.standing());
    }

    /// What becomes of a win.
    ///
    /// @param number of the event
    /// @param at when
    record Settlement(long number, long at, Standing standing) {}

    void due(Session session, long activity, long position) {
        session.update("update stock_sale set due = ? where activity = ?", position, activity);
    }
}
