package io.heddle.db.migration;

import org.jspecify.annotations.Nullable;

/// A schema could not be brought up to date. Says which step and what is left of it.
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says what failed.
    public MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
