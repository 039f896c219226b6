package io.heddle.contract.text;

/// A text that is not a value of the type asked for. Its message is a clause: `must be a whole number`.
public final class TextFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TextFormatException(String clause) {
        super(clause, null, false, false);
    }

    /// What the text must be.
    public String clause() {
        return String.valueOf(getMessage());
    }
}
