package io.heddle.processor.json;

import io.heddle.processor.model.ScalarType;

/// How a value looks as JSON.
public sealed interface JsonShape {
    /// A text, number or truth value.
    ///
    /// @param type the scalar
    record Plain(ScalarType type) implements JsonShape {}

    /// Bytes as base64.
    record Bytes() implements JsonShape {}

    /// An array.
    ///
    /// @param item its items
    /// @param distinct whether no item is there twice
    record Items(JsonShape item, boolean distinct) implements JsonShape {}

    /// An object of any names.
    ///
    /// @param value its values
    record Entries(JsonShape value) implements JsonShape {}

    /// A value or null.
    ///
    /// @param value the value
    record Maybe(JsonShape value) implements JsonShape {}

    /// Any JSON at all.
    record Anything() implements JsonShape {}

    /// A type with a definition of its own.
    ///
    /// @param key the key of the definition
    record Named(String key) implements JsonShape {}
}
