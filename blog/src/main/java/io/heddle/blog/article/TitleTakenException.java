package io.heddle.blog.article;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// Another type has that title.
@Failure(status = Status.CONFLICT, code = "title_taken")
public final class TitleTakenException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public TitleTakenException(String message) {
        super(message);
    }
}
