package io.heddle.seckill.journal;

import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// Somebody else has the folder open; two arbiters would sell the same unit twice.
@Failure(status = Status.UNAVAILABLE, code = "folder_in_use")
public final class FolderInUseException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /// Says which folder.
    public FolderInUseException(String message) {
        super(message);
    }
}
