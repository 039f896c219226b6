package io.heddle.kit.json;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns a Jackson failure into a 400 that names the field. Jackson's own message is never sent: it names classes.
final class JsonErrors {
    private JsonErrors() {}

    static ServiceException describe(JacksonException failure) {
        throw new UnsupportedOperationException(failure);
    }
}
