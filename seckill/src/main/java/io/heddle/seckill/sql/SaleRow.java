package io.heddle.seckill.sql;

import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import java.time.Duration;
import java.time.Instant;

/// A sale as its row has it.
///
/// @param seq the number of its last event
/// @param clockMs when that was
/// @param due the first position that may be held still
record SaleRow(
        long activity,
        int units,
        long startMs,
        long endMs,
        long holdMs,
        boolean isOpen,
        boolean isGone,
        long seq,
        long clockMs,
        long wins,
        int held,
        int paid,
        long due) {
    static final String COLUMNS =
            "activity, units, start_ms, end_ms, hold_ms, is_open, is_gone, seq, clock_ms, wins, held, paid, due";

    Terms terms() {
        return new Terms(
                activity,
                units,
                Instant.ofEpochMilli(startMs),
                Instant.ofEpochMilli(endMs),
                Duration.ofMillis(holdMs),
                isOpen);
    }

    Tally tally() {
        return new Tally(terms(), held, paid, wins - held - paid, seq);
    }

    /// The time of the sale, which does not go back when the clock does.
    long time(long now) {
        return Math.max(clockMs, now);
    }
}
