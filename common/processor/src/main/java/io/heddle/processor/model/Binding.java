package io.heddle.processor.model;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/// Where a parameter is found in the request.
public sealed interface Binding {
    /// In one field of the request.
    ///
    /// @param field the field
    record Text(TextField field) implements Binding {}

    /// A record whose components are fields of their own.
    ///
    /// @param components its components in order
    record Exploded(List<Component> components) implements Binding {
        /// Copies the list in.
        public Exploded {
            components = List.copyOf(components);
        }
    }

    /// One component of an exploded record.
    ///
    /// @param name the name of the component and its accessor
    /// @param type its type
    /// @param field where it is found
    record Component(String name, TypeMirror type, TextField field) {}

    /// The JSON body.
    ///
    /// @param type the type of the JSON, boxed
    /// @param presence whether it may be absent
    /// @param constraints what it must be
    record Json(TypeMirror type, Presence presence, List<Constraint> constraints) implements Binding {
        /// Copies the list in.
        public Json {
            constraints = List.copyOf(constraints);
        }
    }

    /// Whether a value may be absent, and what stands for it then.
    enum Presence {
        REQUIRED,
        OPTIONAL,
        NULLABLE
    }

    /// A body of bytes, held whole.
    record Bytes() implements Binding {}

    /// A body of bytes as they come.
    record ByteStream() implements Binding {}

    /// Whether it is the body.
    default boolean isBody() {
        return switch (this) {
            case Json _, Bytes _, ByteStream _ -> true;
            case Text _, Exploded _ -> false;
        };
    }

    /// The fields of the request that it takes.
    default List<TextField> fields() {
        return switch (this) {
            case Text(TextField field) -> List.of(field);
            case Exploded(List<Component> components) ->
                components.stream().map(Component::field).toList();
            case Json _, Bytes _, ByteStream _ -> List.of();
        };
    }
}
