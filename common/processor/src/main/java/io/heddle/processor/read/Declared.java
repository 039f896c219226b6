package io.heddle.processor.read;

import io.heddle.processor.model.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/// An abstract method of a contract.
///
/// @param method the method that the contract has
/// @param marked the declaration with the annotations: the method itself, or one that it overrides
/// @param documented the declaration with a doc comment, or the method itself
/// @param signature its types, with type variables resolved
record Declared(
        ExecutableElement method, ExecutableElement marked, ExecutableElement documented, ExecutableType signature) {
    /// The HTTP methods that are written on it.
    static List<Verb> verbs(ExecutableElement method) {
        return Stream.of(Verb.values())
                .filter(verb -> method.getAnnotation(verb.mark()) != null)
                .toList();
    }

    /// The parameters with their resolved types.
    List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < marked.getParameters().size(); i++) {
            arguments.add(new Argument(
                    marked.getParameters().get(i),
                    method.getParameters().get(i),
                    signature.getParameterTypes().get(i)));
        }
        return arguments;
    }

    /// One parameter.
    ///
    /// @param marked where its annotations are
    /// @param declared where the contract has it
    /// @param type its resolved type
    record Argument(VariableElement marked, VariableElement declared, TypeMirror type) {
        String name() {
            return marked.getSimpleName().toString();
        }
    }
}
