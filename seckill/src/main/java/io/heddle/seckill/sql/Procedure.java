package io.heddle.seckill.sql;

import io.heddle.db.Session;
import io.heddle.db.migration.JavaStep;
import io.heddle.seckill.sale.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// A claim as a stored procedure of MariaDB and MySQL. It looks without a lock first, and answers with the win that it
/// made, or with nothing.
final class Procedure {
    private static final String DROP = "drop procedure if exists stock_claim";
    private static final String CREATE = """
            create procedure stock_claim(in a bigint, in u varbinary(64), in now_ms bigint)
            begin
              declare made int default 0;
              if not exists (select 1 from stock_win where activity = a and user_id = u)
                  and exists (select 1 from stock_sale where activity = a and held + paid < units) then
                update stock_sale set wins = wins + 1, held = held + 1, seq = seq + 1,
                    clock_ms = greatest(clock_ms, now_ms)
                  where activity = a and is_gone = false and is_open = true and held + paid < units
                    and greatest(clock_ms, now_ms) >= start_ms and greatest(clock_ms, now_ms) < end_ms;
                set made = row_count();
                if made = 1 then
                  insert into stock_win (activity, place, user_id, number, won_ms, pay_by_ms, standing)
                    select activity, wins, u, seq, clock_ms, clock_ms + hold_ms, 'HELD'
                    from stock_sale where activity = a;
                end if;
              end if;
              select activity, place, user_id, number, won_ms, pay_by_ms, standing
                from stock_win where made = 1 and activity = a and user_id = u;
            end""";

    private Procedure() {}

    /// The step that makes it, where there are procedures in SQL.
    static JavaStep step() {
        return new JavaStep("5", "claim procedure", "heddle", Procedure::create);
    }

    private static void create(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(DROP);
            statement.execute(CREATE);
        }
    }

    static boolean exists(Session session) {
        String sql = "select count(*) from information_schema.routines where routine_name = 'stock_claim'";
        return session.one(Long.class, sql).orElse(0L) > 0;
    }

    static Optional<WinRow> win(Session session, long activity, UserId user, long now) {
        return session.one(WinRow.class, "call stock_claim(?, ?, ?)", activity, SaleStore.bytes(user), now);
    }
}
