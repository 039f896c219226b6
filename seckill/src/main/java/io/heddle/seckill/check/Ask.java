package io.heddle.seckill.check;

import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.UserId;

/// What was asked of a sale.
public sealed interface Ask {
    /// The sale.
    long activity();

    /// A unit for a user.
    ///
    /// @param activity the sale
    /// @param user who
    record Take(long activity, UserId user) implements Ask {}

    /// What it has come to for a user.
    ///
    /// @param activity the sale
    /// @param user who
    record Look(long activity, UserId user) implements Ask {}

    /// To mark a unit as paid, or to give it back.
    ///
    /// @param order whose unit
    /// @param how what it is to be
    record Settle(OrderId order, Standing how) implements Ask {
        @Override
        public long activity() {
            return order.activity();
        }
    }
}
