package io.heddle.configcenter.release;

import io.heddle.contract.error.ServiceException;

/// What a page may be.
public interface Pages {
    /// The most items of a page.
    int MOST = 200;

    /// Refuses a page that is none.
    ///
    /// @throws ServiceException 400 naming the field
    static void check(int page, int limit) {
        if (page < 1) {
            throw ServiceException.invalid("page", "must be 1 or more");
        }
        if (limit < 1 || limit > MOST) {
            throw ServiceException.invalid("limit", "must be from 1 to " + MOST);
        }
    }
}
