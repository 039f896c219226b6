package io.heddle.seckill.sale;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// The sale cannot be changed that way any more.
@Failure(status = Status.CONFLICT, code = "terms_conflict")
public final class TermsException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says why.
    public TermsException(String message) {
        super(message);
    }
}
