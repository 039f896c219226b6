package io.heddle.seckill.check;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of one sale when all is quiet again.
///
/// @param activity the sale
/// @param events all its events
/// @param looks what each user is told at the end
/// @param rows the orders as a database has them; empty when none is judged
/// @param tolerance by how much the clock of the history and that of the sale may differ
public record Evidence(
        long activity, List<Event> events, Map<UserId, Claim> looks, Optional<List<Order>> rows, Duration tolerance) {
    /// Copies what it is given.
    public Evidence {
        events = List.copyOf(events);
        looks = Map.copyOf(looks);
        rows = rows.map(List::copyOf);
    }

    /// Of a sale by its events alone, on one clock.
    public static Evidence of(long activity, List<Event> events) {
        return new Evidence(activity, events, Map.of(), Optional.empty(), Duration.ZERO);
    }

    /// The same with what users are told at the end.
    public Evidence looks(Map<UserId, Claim> others) {
        return new Evidence(activity, events, others, rows, tolerance);
    }

    /// The same with the rows of a database.
    public Evidence rows(List<Order> others) {
        return new Evidence(activity, events, looks, Optional.of(others), tolerance);
    }

    /// The same with clocks that differ by so much at most.
    public Evidence tolerance(Duration other) {
        return new Evidence(activity, events, looks, rows, other);
    }
}
