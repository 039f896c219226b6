package io.heddle.processor.path;

/// A text that is no path template. The message says why and what to do.
public final class MalformedPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Makes it with a message for whoever wrote the path.
    public MalformedPathException(String message) {
        super(message, null, false, false);
    }

    /// Why, and what to do.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
