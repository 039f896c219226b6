package io.heddle.seckill.journal;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The disk does not do what the journal needs.
@Failure(status = Status.UNAVAILABLE, code = "journal_failed")
public final class JournalException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says what failed, and why.
    public JournalException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
