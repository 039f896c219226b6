package io.heddle.seckill.sql;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.time.Instant;
import java.util.Optional;

/// A sale and one user's win in it, both read at once.
///
/// @param seq the number of the last event
/// @param clockMs when that was
/// @param place the position of the user's win
record Sight(
        long activity,
        int units,
        long startMs,
        long endMs,
        boolean isOpen,
        boolean isGone,
        long seq,
        long clockMs,
        int held,
        int paid,
        Optional<Long> place,
        Optional<Long> payByMs,
        Optional<Standing> standing) {
    static final String COLUMNS = "s.activity activity, s.units units, s.start_ms start_ms, s.end_ms end_ms,"
            + " s.is_open is_open, s.is_gone is_gone, s.seq seq, s.clock_ms clock_ms, s.held held, s.paid paid,"
            + " w.place place, w.pay_by_ms pay_by_ms, w.standing standing";

    /// What the user is told; none when a unit is there to be had.
    Optional<Claim> answer(long clock) {
        long now = Math.max(clockMs, clock);
        if (isGone) {
            return Optional.of(new Claim.NoActivity());
        } else if (place.isPresent()) {
            return Optional.of(won(place.get()));
        } else if (now < startMs) {
            Instant start = Instant.ofEpochMilli(startMs);
            return Optional.of(new Claim.NotStarted(start, Instant.ofEpochMilli(now), seq));
        } else if (now >= endMs || !isOpen) {
            return Optional.of(new Claim.Ended(seq));
        }
        return held + paid < units ? Optional.empty() : Optional.of(new Claim.SoldOut(held == 0, seq));
    }

    private Claim won(long position) {
        OrderId order = new OrderId(activity, position);
        Standing now = standing.orElseThrow();
        return now.live()
                ? new Claim.AlreadyWon(order, Instant.ofEpochMilli(payByMs.orElseThrow()), now, seq)
                : new Claim.Released(order, now, seq);
    }
}
