package io.heddle.seckill.journalled;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The database knows of events that the journal does not have: it is an old copy, or another one. The sale is
/// frozen.
@Failure(status = Status.UNAVAILABLE, code = "journal_behind")
public final class JournalBehindException extends ServiceException {
    private static final long serialVersionUID = 1L;

    JournalBehindException(long activity, long number, long durable) {
        super("the journal of sale " + activity + " ends with event " + durable
                + ", but the database has applied event "
                + number
                + ": it is an old copy or another one. The sale is frozen. Bring back the right folder, or make a"
                + " new journal from the orders with `heddle seckill rebuild`");
    }
}
