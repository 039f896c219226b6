package io.heddle.seckill.redis;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// Redis is not set to have on disk what it has answered, so no sale can be trusted to it.
@Failure(status = Status.UNAVAILABLE, code = "redis_not_durable")
public final class NotDurableException extends ServiceException {
    private static final long serialVersionUID = 1L;

    NotDurableException(String message) {
        super(message);
    }
}
