package io.heddle.db.row;

/// Rows do not fit the type that they were asked as, or a value has a type that no column takes. It is a mistake in
/// the program or its schema, and names the type and the column.
public final class MismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says what does not fit.
    public MismatchException(String message) {
        super(message);
    }
}
