package io.heddle.seckill.check;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Order;
import java.util.Optional;

/// What came back. Where nothing came back, an operation has no reply at all.
public sealed interface Reply {
    /// To a claim or a look.
    ///
    /// @param claim what it came to
    record Decided(Claim claim) implements Reply {}

    /// To a settlement.
    ///
    /// @param order the order after it; empty when there is none
    record Ordered(Optional<Order> order) implements Reply {}

    /// It cannot be said what came of it: it may take effect at any time after it was asked, or never.
    record Undecided() implements Reply {}

    /// It was turned away before it was looked at, and has no effect.
    record Refused() implements Reply {}
}
