package io.heddle.processor.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Map;
import java.util.Optional;

/// What a value must be.
///
/// @param test how to tell; empty when no value can be otherwise
/// @param message what it must be, as a clause
/// @param schema what JSON Schema says for it
public record Constraint(Optional<Test> test, String message, Map<String, Object> schema) {
    /// Copies the schema in.
    public Constraint {
        schema = Map.copyOf(schema);
    }

    /// Writes the expression that is true when a value is right.
    @FunctionalInterface
    public interface Test {
        /// The expression for the value.
        CodeBlock of(CodeBlock value, Ready ready);
    }

    /// Keeps what an expression needs ready in a constant.
    @FunctionalInterface
    public interface Ready {
        /// The name of the constant.
        String constant(TypeName type, CodeBlock initial);
    }
}
