package io.heddle.blog.blogger;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// Another blogger has that name.
@Failure(status = Status.CONFLICT, code = "name_taken")
public final class NameTakenException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public NameTakenException(String message) {
        super(message);
    }
}
