package io.heddle.processor.json;

/// A type that cannot be JSON. The message says why and what to do.
public final class UnsupportedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedTypeException(String message) {
        super(message, null, false, false);
    }

    /// Why, and what to do.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
