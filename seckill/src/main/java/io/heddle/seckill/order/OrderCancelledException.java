package io.heddle.seckill.order;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The order was given back; its unit is sold again.
@Failure(status = Status.CONFLICT, code = "order_cancelled")
public final class OrderCancelledException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public OrderCancelledException(String message) {
        super(message);
    }
}
