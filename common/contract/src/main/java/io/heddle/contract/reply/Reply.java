package io.heddle.contract.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A result with the HTTP status and headers that go with it.
///
/// @param <T> the type of the value
/// @param status the HTTP status, 200 to 299 when a server answers with it
/// @param headers header names, in any case, to their values
/// @param value the value
public record Reply<T>(int status, Map<String, List<String>> headers, T value) {
    /// Copies the headers in; look-ups ignore case.
    public Reply {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = java.util.Collections.unmodifiableMap(copy);
    }

    /// A 200 without headers of its own.
    public static <T> Reply<T> ok(T value) {
        return new Reply<>(200, Map.of(), value);
    }

    /// A 201 that says where the new thing is.
    public static <T> Reply<T> created(String location, T value) {
        return new Reply<>(201, Map.of("Location", List.of(location)), value);
    }

    /// The same with one more header.
    public Reply<T> with(String name, String text) {
        var more = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, List.of(text));
        return new Reply<>(status, more, value);
    }

    /// The first value of a header.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name))
                .flatMap(values -> values.stream().findFirst());
    }
}
