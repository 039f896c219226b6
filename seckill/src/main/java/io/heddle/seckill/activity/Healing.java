package io.heddle.seckill.activity;

import io.heddle.db.Database;
import io.heddle.seckill.activity.ActivityStore.Row;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.TermsException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the table of sales and the engine together after a crash between the two.
final class Healing {
    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);
    private static final int AT_ONCE = 500;

    private final Stock stock;

    Healing(Stock stock) {
        this.stock = stock;
    }

    /// Puts up what is only in the table, takes over what the engine says, and finishes what was begun to be taken
    /// away.
    void heal(Database database) {
        List<Row> rows = ActivityStore.after(database, 0, AT_ONCE);
        while (!rows.isEmpty()) {
            rows.forEach(row -> heal(database, row));
            rows = ActivityStore.after(database, rows.getLast().id(), AT_ONCE);
        }
    }

    private void heal(Database database, Row row) {
        if (row.leaving()) {
            leave(database, row.id());
            return;
        }
        Optional<Terms> known = stock.tally(row.id()).map(Tally::terms);
        if (known.isEmpty()) {
            putUp(database, row);
        } else if (!known.get().equals(row.terms())) {
            ActivityStore.arrange(database, known.get());
        }
    }

    /// A row of a sale that was taken away for good, as an older copy of the table has it, goes.
    private void putUp(Database database, Row row) {
        try {
            stock.put(row.terms());
        } catch (TermsException e) {
            LOG.atWarn().addKeyValue("activity", row.id()).setCause(e).log("a row of a sale that is gone is dropped");
            ActivityStore.remove(database, row.id());
        }
    }

    private void leave(Database database, long id) {
        try {
            stock.remove(id);
            ActivityStore.remove(database, id);
        } catch (TermsException e) {
            ActivityStore.leaving(database, id, false);
        }
    }
}
