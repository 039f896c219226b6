package io.heddle.seckill.sql;

import io.heddle.contract.error.ServiceException;
import io.heddle.db.Database;
import io.heddle.db.Session;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.seckill.sale.Standing;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets units come back whose time to pay is over.
final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    /// The most wins that one transaction looks at.
    private static final int AT_ONCE = 100;

    private final Database database;
    private final InstantSource clock;
    private final SaleStore sales;

    Expiry(Database database, InstantSource clock, SaleStore sales) {
        this.database = database;
        this.clock = clock;
        this.sales = sales;
    }

    /// Looks at all sales once.
    Next sweep() {
        try {
            for (SaleRow sale : database.read(sales::all)) {
                boolean more = sale.held() > 0;
                while (more) {
                    more = Tries.run(() -> database.transaction(session -> expire(session, sale.activity())));
                }
            }
            return Next.REST;
        } catch (ServiceException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("units cannot come back at present");
            return Next.BACK_OFF;
        }
    }

    /// @return whether there may be more to do
    private boolean expire(Session session, long activity) {
        SaleRow sale = sales.lock(session, activity).orElseThrow();
        long now = sale.time(clock.millis());
        long number = sale.seq();
        long due = sale.due();
        List<WinRow> wins = sales.wins(session, activity, due, AT_ONCE);
        for (WinRow win : wins) {
            boolean held = win.standing() == Standing.HELD;
            if (held && now < win.payByMs()) {
                break;
            }
            if (held) {
                sales.settle(session, sale, win, new SaleStore.Settlement(++number, now, Standing.EXPIRED));
            }
            due = win.place() + 1;
        }
        if (due > sale.due()) {
            sales.due(session, activity, due);
        }
        return due == sale.due() + AT_ONCE;
    }
}
