package io.heddle.seckill.order;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The order was not paid for in time; its unit is sold again.
@Failure(status = Status.CONFLICT, code = "order_expired")
public final class OrderExpiredException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public OrderExpiredException(String message) {
        super(message);
    }
}
