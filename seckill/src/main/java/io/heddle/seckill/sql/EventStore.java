package io.heddle.seckill.sql;

import io.heddle.db.Session;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the events of a sale back from the rows that they have left.
final class EventStore {
    private record TermsRow(
            long activity,
            long number,
            long atMs,
            int units,
            long startMs,
            long endMs,
            long holdMs,
            boolean isOpen,
            boolean isGone) {
        private Event event() {
            return isGone
                    ? new Event.Removed(number, Instant.ofEpochMilli(atMs), activity)
                    : new Event.Arranged(number, Instant.ofEpochMilli(atMs), terms());
        }

        private Terms terms() {
            Instant start = Instant.ofEpochMilli(startMs);
            return new Terms(activity, units, start, Instant.ofEpochMilli(endMs), Duration.ofMillis(holdMs), isOpen);
        }
    }

    private record SettledRow(long activity, long number, long atMs, long place, Standing standing) {
        private Event event() {
            return new Event.Settled(number, Instant.ofEpochMilli(atMs), new OrderId(activity, place), standing);
        }
    }

    /// Events after a number. What is committed later is left out, so that there is no gap.
    List<Event> events(Session session, long activity, long after, int limit) {
        Optional<Long> last = session.one(Long.class, "select seq from stock_sale where activity = ?", activity);
        if (last.isEmpty() || last.get() <= after) {
            return List.of();
        }
        long until = Math.min(last.get(), after + limit);
        Object[] range = {activity, after, until};
        String where = " where activity = ? and number > ? and number <= ?";
        Stream<Event> terms = session
                .list(
                        TermsRow.class,
                        "select activity, number, at_ms, units, start_ms, end_ms, hold_ms, is_open, is_gone"
                                + " from stock_terms" + where,
                        range)
                .stream()
                .map(TermsRow::event);
        Stream<Event> wins =
                session.list(WinRow.class, "select " + WinRow.COLUMNS + " from stock_win" + where, range).stream()
                        .map(WinRow::event);
        Stream<Event> settled = session
                .list(
                        SettledRow.class,
                        "select activity, number, at_ms, place, standing from stock_settled" + where,
                        range)
                .stream()
                .map(SettledRow::event);
        return Stream.of(terms, wins, settled)
                .flatMap(some -> some)
                .sorted(Comparator.comparingLong(Event::number))
                .toList();
    }
}
