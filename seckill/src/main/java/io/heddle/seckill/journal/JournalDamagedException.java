package io.heddle.seckill.journal;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The journal cannot be trusted: what was acknowledged is missing or changed. Nothing is sold from it.
@Failure(status = Status.UNAVAILABLE, code = "journal_damaged")
public final class JournalDamagedException extends ServiceException {
    /// What can be done about it.
    public static final String ADVICE = ". Nothing was changed. Keep a copy of the folder, run `heddle seckill verify"
            + " FOLDER`, and either bring back the folder from its disk or make a new journal from the orders with"
            + " `heddle seckill rebuild`";

    private static final long serialVersionUID = 1L;

    /// Says what is wrong; what to do is added.
    public JournalDamagedException(String message) {
        super(message + ADVICE);
    }

    /// The same with what was found.
    public JournalDamagedException(String message, Throwable cause) {
        this(message + " (" + cause.getMessage() + ")");
        initCause(cause);
    }
}
