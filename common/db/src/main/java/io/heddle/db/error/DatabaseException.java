package io.heddle.db.error;

import io.heddle.contract.error.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure of the database, with the answer that its {@link Reason} gives on the wire. The cause, which stays on
/// this side, says more; it never shows a value unless the settings ask for values.
public sealed class DatabaseException extends ServiceException permits DuplicateKeyException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Makes a failure.
    ///
    /// @param cause what is logged, if there is more to say
    public DatabaseException(Reason reason, @Nullable Throwable cause) {
        super(reason.status(), reason.code(), reason.sentence(), List.of());
        this.reason = reason;
        if (cause != null) {
            initCause(cause);
        }
    }

    /// Why it failed.
    public Reason reason() {
        return reason;
    }
}
