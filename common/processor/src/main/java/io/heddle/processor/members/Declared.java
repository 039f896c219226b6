package io.heddle.processor.members;

import io.heddle.processor.model.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
public record Declared(
        ExecutableElement method, ExecutableElement marked, ExecutableElement documented, ExecutableType signature) {
    /// The HTTP methods that are written on it.
    public static List<Verb> verbs(ExecutableElement method) {
        return Stream.of(Verb.values())
                .filter(verb -> method.getAnnotation(verb.mark()) != null)
                .toList();
    }

    /// Whether its parameters have lost their names, as in a class file that was compiled without them.
    public boolean isNameless() {
        List<Argument> arguments = arguments();
        return !arguments.isEmpty()
                && !marked.equals(method)
                && IntStream.range(0, arguments.size())
                        .allMatch(i -> arguments.get(i).name().equals("arg" + i));
    }

    /// The parameters with their resolved types.
    public List<Argument> arguments() {
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
    public record Argument(VariableElement marked, VariableElement declared, TypeMirror type) {
        /// Its name.
        public String name() {
            return marked.getSimpleName().toString();
        }
    }
}
