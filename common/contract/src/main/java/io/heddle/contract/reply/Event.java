package io.heddle.contract.reply;

import java.util.Optional;

/// One server-sent event (WHATWG HTML, "Server-sent events").
///
/// @param <T> the type of the data
/// @param id what a client sends back as `Last-Event-ID` when it connects again
/// @param data the data, sent as JSON
public record Event<T>(Optional<String> id, T data) {
    /// An event without an id.
    public static <T> Event<T> of(T data) {
        return new Event<>(Optional.empty(), data);
    }

    /// An event with an id.
    public static <T> Event<T> of(String id, T data) {
        return new Event<>(Optional.of(id), data);
    }
}
