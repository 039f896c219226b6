package io.heddle.seckill.admin;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// Who asks has not shown that they may.
@Failure(status = Status.UNAUTHORIZED, code = "UNAUTHENTICATED")
public final class UnauthenticatedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says what is missing.
    public UnauthenticatedException(String message) {
        super(message);
    }
}
