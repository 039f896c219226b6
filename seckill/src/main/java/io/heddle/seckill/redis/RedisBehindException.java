package io.heddle.seckill.redis;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// Redis has lost events of a sale that were told already. The sale is frozen.
@Failure(status = Status.UNAVAILABLE, code = "redis_behind")
public final class RedisBehindException extends ServiceException {
    private static final long serialVersionUID = 1L;

    RedisBehindException(long activity, long known, long number) {
        super("event " + known + " of sale " + activity + " was told, but Redis ends with event " + number
                + ": it has lost some, as a replica that was promoted may have. The sale is frozen until Redis has them"
                + " back");
    }
}
