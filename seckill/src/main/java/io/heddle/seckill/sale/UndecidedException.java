package io.heddle.seckill.sale;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// It cannot be said now what came of it: too many wait, the disk does not answer, or the engine stops. It may or may
/// not have happened; asking again is safe and tells.
@Failure(status = Status.UNAVAILABLE, code = "UNDECIDED")
public final class UndecidedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says why.
    public UndecidedException(String message) {
        super(message);
    }
}
