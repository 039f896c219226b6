package io.heddle.seckill.sale;

import java.time.Instant;

/// One step of a sale. The state of a sale is the fold of its events in the order of their numbers.
public sealed interface Event {
    /// The sale.
    long activity();

    /// Its place among the events of the sale, from 1 without a gap.
    long number();

    /// When, by the clock of whoever decides, which never goes back within a sale; to the millisecond.
    Instant at();

    /// The sale was put up or its terms were changed.
    ///
    /// @param number its place
    /// @param at when
    /// @param terms what holds from now on
    record Arranged(long number, Instant at, Terms terms) implements Event {
        @Override
        public long activity() {
            return terms.activity();
        }
    }

    /// A user won a unit.
    ///
    /// @param number its place
    /// @param at when; within the window of the sale
    /// @param order the sale, and the position, which is one above that of the win before
    /// @param user who
    /// @param payBy until when it must be paid for
    record Won(long number, Instant at, OrderId order, UserId user, Instant payBy) implements Event {
        @Override
        public long activity() {
            return order.activity();
        }
    }

    /// A held unit was paid for or came back.
    ///
    /// @param number its place
    /// @param at when
    /// @param order whose unit
    /// @param standing any but {@link Standing#HELD}
    record Settled(long number, Instant at, OrderId order, Standing standing) implements Event {
        @Override
        public long activity() {
            return order.activity();
        }
    }

    /// The sale was taken away, without a win in it. Its last event.
    ///
    /// @param number its place
    /// @param at when
    /// @param activity the sale
    record Removed(long number, Instant at, long activity) implements Event {}
}
