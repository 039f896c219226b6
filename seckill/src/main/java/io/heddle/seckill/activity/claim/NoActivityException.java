package io.heddle.seckill.activity.claim;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// There is no such sale.
@Failure(status = Status.NOT_FOUND, code = "NO_ACTIVITY")
public final class NoActivityException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public NoActivityException(String message) {
        super(message);
    }

    /// Says which.
    public static NoActivityException of(long activity) {
        return new NoActivityException("there is no activity " + activity);
    }
}
