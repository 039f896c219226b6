package io.heddle.store;

/// The store did not answer, or has no majority. What was asked for may have been done all the same.
public final class StoreAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// With what is known of the reason.
    public StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    /// With what the store said.
    public StoreAwayException(String message) {
        super(message);
    }
}
