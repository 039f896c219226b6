package io.heddle.processor.json;

import io.heddle.processor.model.Constraint;
import io.heddle.processor.model.ScalarType;
import java.util.List;

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
    /// @param keys what its names must be
    record Entries(JsonShape value, List<Constraint> keys) implements JsonShape {
        /// Copies the list in.
        public Entries {
            keys = List.copyOf(keys);
        }
    }

    /// A value or null.
    ///
    /// @param value the value
    record Maybe(JsonShape value) implements JsonShape {}

    /// A value of which more is asked.
    ///
    /// @param value the value
    /// @param constraints what it must be
    record Constrained(JsonShape value, List<Constraint> constraints) implements JsonShape {
        /// Copies the list in.
        public Constrained {
            constraints = List.copyOf(constraints);
        }
    }

    /// A type that is written as the one value in it.
    ///
    /// @param value the value
    /// @param secret whether that stays out of every log
    record Unwrapped(JsonShape value, boolean secret) implements JsonShape {}

    /// Any JSON at all.
    record Anything() implements JsonShape {}

    /// A type with a definition of its own.
    ///
    /// @param key the key of the definition
    record Named(String key) implements JsonShape {}
}
