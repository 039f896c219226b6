package io.heddle.seckill.activity.mark;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The orders know of events that the engine does not have; a start with that engine is refused.
@Failure(status = Status.UNAVAILABLE, code = "orders_ahead")
public final class OrdersAheadException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says which, and what to do.
    public OrdersAheadException(String message) {
        super(message);
    }
}
