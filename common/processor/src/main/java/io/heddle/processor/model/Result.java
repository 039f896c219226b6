package io.heddle.processor.model;

import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/// How the result of a method goes over the wire.
///
/// @param kind how it is wrapped
/// @param json the type of the JSON within, boxed; empty for nothing and for bytes
public record Result(Kind kind, Optional<TypeMirror> json) {
    /// How a result is wrapped.
    public enum Kind {
        NOTHING,
        VALUE,
        OPTIONAL,
        PAGE,
        REPLY,
        PREPARED,
        BYTES,
        BYTE_STREAM,
        LINES,
        EVENTS
    }
}
