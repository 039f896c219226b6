package io.heddle.contract.error;

import java.util.List;

/// An error with a defined answer: what a handler throws, what the server sends as the error envelope, and what a
/// client throws at its caller. Services extend it for errors of their own, see {@link Failure}.
public class ServiceException extends RuntimeException {
    /// The code of an error that has none of its own.
    public static final String UNSPECIFIED = "100001";

    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String code;
    private final transient List<Violation> violations;

    /// Makes an error without a cause.
    ///
    /// @param status the HTTP status
    /// @param code the stable code, digits for a number on the wire
    /// @param message a sentence for the caller; it is sent as it is
    /// @param violations the fields that were wrong
    public ServiceException(Status status, String code, String message, List<Violation> violations) {
        super(message);
        this.status = status;
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    /// Makes an error of its own class, with the status and code of its {@link Failure}.
    ///
    /// @throws IllegalStateException when the class has no such annotation
    protected ServiceException(String message) {
        super(message);
        Failure failure = getClass().getAnnotation(Failure.class);
        if (failure == null) {
            throw new IllegalStateException(getClass() + " needs @Failure");
        }
        this.status = failure.status();
        this.code = failure.code();
        this.violations = List.of();
    }

    /// An error of that status with the general code.
    public static ServiceException of(Status status, String message) {
        return new ServiceException(status, UNSPECIFIED, message, List.of());
    }

    /// The same with what caused it, which stays on this side of the wire.
    public static ServiceException of(Status status, String message, Throwable cause) {
        ServiceException exception = of(status, message);
        exception.initCause(cause);
        return exception;
    }

    /// A 400 that names the field and says what it must be.
    public static ServiceException invalid(String field, String message) {
        return new ServiceException(
                Status.BAD_REQUEST, UNSPECIFIED, field + " " + message, List.of(new Violation(field, message)));
    }

    /// A 404 that says what was not found.
    public static ServiceException notFound(String message) {
        return of(Status.NOT_FOUND, message);
    }

    /// The HTTP status.
    public Status status() {
        return status;
    }

    /// The stable code.
    public String code() {
        return code;
    }

    /// The fields that were wrong, empty when it was not about fields.
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    /// The message, never null.
    public String sentence() {
        String message = getMessage();
        return message == null ? status.phrase() : message;
    }
}
