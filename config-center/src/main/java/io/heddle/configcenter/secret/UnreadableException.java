package io.heddle.configcenter.secret;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A secret cannot be opened at this node; another that has its key may open it. 503 on the wire.
public final class UnreadableException extends ServiceException {
    private static final long serialVersionUID = 1L;

    private final String why;

    UnreadableException(EntryKey entry, String why, @Nullable Throwable cause) {
        super(
                Status.UNAVAILABLE,
                "secret_unreadable",
                "a secret of " + entry + " cannot be opened at this node",
                List.of());
        this.why = why;
        if (cause != null) {
            initCause(cause);
        }
    }

    /// What is wrong, for the log.
    public String why() {
        return why;
    }
}
