package io.heddle.kit.seal;

/// Sealed bytes that cannot be opened: another key sealed them, they were changed, or they belong to something
/// else.
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
