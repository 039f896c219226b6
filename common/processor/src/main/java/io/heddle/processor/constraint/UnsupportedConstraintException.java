package io.heddle.processor.constraint;

/// A constraint that cannot stand where it does. The message says why and what to do.
public final class UnsupportedConstraintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedConstraintException(String message) {
        super(message, null, false, false);
    }

    /// Why, and what to do.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
