package io.heddle.seckill.activity.claim;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// This user asks too often. Nothing was changed.
@Failure(status = Status.TOO_MANY_REQUESTS, code = "SLOW_DOWN")
public final class SlowDownException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says so.
    public SlowDownException(String message) {
        super(message);
    }
}
