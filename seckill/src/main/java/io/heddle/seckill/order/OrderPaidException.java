package io.heddle.seckill.order;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The order is paid for and stays so.
@Failure(status = Status.CONFLICT, code = "order_paid")
public final class OrderPaidException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public OrderPaidException(String message) {
        super(message);
    }
}
