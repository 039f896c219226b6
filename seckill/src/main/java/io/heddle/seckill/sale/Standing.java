package io.heddle.seckill.sale;

/// The state of an order.
public enum Standing {
    /// Won, and held for the winner to pay.
    HELD,
    /// Paid for. Final.
    PAID,
    /// Given back by the winner. Final; the unit is sold again.
    CANCELLED,
    /// Not paid for in time. Final; the unit is sold again.
    EXPIRED;

    /// Whether the unit is the winner's still.
    public boolean live() {
        return this == HELD || this == PAID;
    }
}
