package io.heddle.db.error;

import org.jspecify.annotations.Nullable;

/// A row with that key is there already: the one failure that a service often has a better answer for.
public final class DuplicateKeyException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /// Makes the failure.
    public DuplicateKeyException(@Nullable Throwable cause) {
        super(Reason.DUPLICATE_KEY, cause);
    }
}
