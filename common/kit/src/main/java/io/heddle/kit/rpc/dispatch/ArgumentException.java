package io.heddle.kit.rpc.dispatch;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import java.util.List;

/// Arguments that are not what the method takes.
final class ArgumentException extends ServiceException {
    private static final long serialVersionUID = 1L;

    ArgumentException(String message, List<Violation> violations) {
        super(Status.BAD_REQUEST, UNSPECIFIED, message, violations);
    }

    /// What is wrong with one argument.
    static ArgumentException of(String argument, String clause) {
        return new ArgumentException(argument + " " + clause, List.of(new Violation(argument, clause)));
    }
}
