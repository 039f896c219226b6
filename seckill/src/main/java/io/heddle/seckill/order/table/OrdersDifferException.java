package io.heddle.seckill.order.table;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// What the table has is not what the events say. It is never written over.
@Failure(status = Status.CONFLICT, code = "orders_differ")
public final class OrdersDifferException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says where.
    public OrdersDifferException(String message) {
        super(message);
    }
}
