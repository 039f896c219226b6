package io.heddle.processor.model;

import io.heddle.contract.text.Scalar;
import java.lang.reflect.Field;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/// A type whose values are written as one piece of text.
///
/// @param type the type, boxed
/// @param className its qualified name
/// @param known the scalar, empty for an enum
public record ScalarType(TypeMirror type, String className, Optional<Scalar<?>> known) {
    /// The name of the constant of {@link Scalar} that generated code reads it with; empty for an enum.
    public Optional<String> constantName() {
        return known.map(ScalarType::nameOf);
    }

    private static String nameOf(Scalar<?> scalar) {
        try {
            for (Field field : Scalar.class.getFields()) {
                if (scalar.equals(field.get(null))) {
                    return field.getName();
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("public fields can be read", e);
        }
        throw new IllegalStateException("a scalar without a constant: must " + scalar.clause());
    }
}
