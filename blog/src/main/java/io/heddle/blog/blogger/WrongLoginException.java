package io.heddle.blog.blogger;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// There is no blogger with that name and password; which of them is wrong is not told.
@Failure(status = Status.UNAUTHORIZED, code = "wrong_login")
public final class WrongLoginException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public WrongLoginException(String message) {
        super(message);
    }
}
