package io.heddle.seckill.activity.claim;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.seckill.sale.UserId;
import java.util.List;

/// Who asks is not said as it must be. Nothing was changed.
@Failure(status = Status.BAD_REQUEST, code = "INVALID")
public final class InvalidUserException extends ServiceException {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "user_id";

    /// Says what is wrong, beginning with the name of the field.
    public InvalidUserException(String message) {
        super(
                Status.BAD_REQUEST,
                "INVALID",
                message,
                List.of(new Violation(FIELD, message.replaceFirst("^" + FIELD + " ", ""))));
    }

    static InvalidUserException noUser() {
        return new InvalidUserException(FIELD + ' ' + UserId.MUST);
    }

    static InvalidUserException notOnly() {
        return new InvalidUserException(FIELD + " must be the only member of a JSON object, once");
    }
}
