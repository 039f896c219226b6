package io.heddle.kit.server;

import io.heddle.contract.text.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The named texts of one part of a request: path, query, headers, cookies or form.
///
/// Each method throws a 400 {@link io.heddle.contract.error.ServiceException} that names the field when the text is
/// not of the type, when a value that is needed is absent, or when a single value was given more than once.
public interface Fields {
    /// The value, which must be there.
    <T> T one(String name, Scalar<T> type);

    /// The value, or the other when it is absent.
    <T> T or(String name, Scalar<T> type, T other);

    /// The value if it is there.
    <T> Optional<T> optional(String name, Scalar<T> type);

    /// All values in order: a repeated name, empty when absent.
    <T> List<T> list(String name, Scalar<T> type);

    /// Every name with its first value, in order.
    Map<String, String> map();

    /// Whether the name is there at all.
    boolean has(String name);
}
