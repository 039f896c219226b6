package io.heddle.registry.snapshot;

import org.jspecify.annotations.Nullable;

/// The file is there and is not what was written.
final class CorruptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorruptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
