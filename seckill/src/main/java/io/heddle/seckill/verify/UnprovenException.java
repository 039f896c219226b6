package io.heddle.seckill.verify;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// What is left does not prove that nothing is lost that the database knows of, or contradicts itself; no journal
/// was made of it.
@Failure(status = Status.CONFLICT, code = "journal_unproven")
public final class UnprovenException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says what is missing.
    public UnprovenException(String message) {
        super(message);
    }
}
