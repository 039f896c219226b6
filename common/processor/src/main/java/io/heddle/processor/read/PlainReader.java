package io.heddle.processor.read;

import io.heddle.contract.call.Idempotent;
import io.heddle.contract.log.Logged;
import io.heddle.contract.rpc.Rpc;
import io.heddle.processor.members.Declared;
import io.heddle.processor.members.Declared.Argument;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Limits;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.model.Verb;
import io.heddle.processor.naming.Names;
import io.heddle.processor.path.Template;
import io.heddle.processor.read.called.NameReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/// Reads the methods of a class, or of an interface that is no contract, that may be called by name.
final class PlainReader {
    private static final Limits UNLIMITED =
            new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Scope scope;
    private final Outcomes outcomes;
    private final NameReader names;
    private final Names ids = new Names(Set.of());

    PlainReader(Scope scope, Outcomes outcomes, TypeElement type) {
        this.scope = scope;
        this.outcomes = outcomes;
        this.names = new NameReader(scope.problems(), type);
    }

    /// The methods that are marked, or all public ones of a type that is.
    static List<Declared> methods(TypeElement type) {
        boolean whole = type.getAnnotation(Rpc.class) != null;
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getAnnotation(Rpc.class) != null || (whole && isOffered(method)))
                .map(method -> new Declared(method, method, method, (ExecutableType) method.asType()))
                .toList();
    }

    private static boolean isOffered(ExecutableElement method) {
        boolean main = method.getSimpleName().contentEquals("main")
                && method.getModifiers().contains(Modifier.STATIC);
        return method.getModifiers().contains(Modifier.PUBLIC) && !main && !overridesObject(method);
    }

    private static boolean overridesObject(ExecutableElement method) {
        return Set.of("equals/1", "hashCode/0", "toString/0")
                .contains(method.getSimpleName() + "/" + method.getParameters().size());
    }

    /// Whether the type can have a table at all; says why when it cannot.
    boolean isPossible(TypeElement type) {
        String name = "'" + type.getSimpleName() + "' ";
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.INTERFACE) {
            return refuse(type, name + "is no class or interface; move what is marked @Rpc to one");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return refuse(type, name + "has type parameters, which no call can carry; write the types out");
        }
        boolean hidden = type.getModifiers().contains(Modifier.PRIVATE);
        boolean inner = type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        return !(hidden || inner)
                || refuse(type, name + "cannot be reached by generated code; make it a visible static class");
    }

    private boolean refuse(TypeElement type, String message) {
        scope.problems().error(type, message);
        return false;
    }

    /// Reads one method; empty when an error was reported.
    Optional<Operation> read(Declared method) {
        ExecutableElement at = method.method();
        if (at.getModifiers().contains(Modifier.PRIVATE)) {
            scope.problems().error(at, "'" + at.getSimpleName() + "' is private; make it visible, or take @Rpc off");
            return Optional.empty();
        }
        if (!at.getTypeParameters().isEmpty()) {
            scope.problems()
                    .error(
                            at,
                            "'" + at.getSimpleName()
                                    + "' has type parameters, which no call can carry; write the types out");
            return Optional.empty();
        }
        List<Parameter> parameters = parameters(method);
        Optional<Result> result = new Results(scope).read(method);
        boolean whole = parameters.size() == at.getParameters().size() && result.isPresent();
        return whole ? Optional.of(names.named(method, operation(method, parameters, result.get()))) : Optional.empty();
    }

    private Operation operation(Declared method, List<Parameter> parameters, Result result) {
        ExecutableElement at = method.method();
        return new Operation(
                at,
                at,
                ids.fresh(at.getSimpleName().toString()),
                Verb.POST,
                new Template(List.of()),
                parameters,
                at.getReturnType(),
                result,
                UNLIMITED,
                at.getAnnotation(Idempotent.class) != null,
                false,
                List.copyOf(outcomes.failures(method)),
                Optional.empty(),
                Optional.ofNullable(at.getAnnotation(Logged.class)),
                Optional.empty());
    }

    private List<Parameter> parameters(Declared method) {
        Bodies bodies = new Bodies(scope, Verb.POST);
        List<Parameter> parameters = new ArrayList<>();
        for (Argument argument : method.arguments()) {
            Optional<Binding> binding = bodies.read(argument);
            binding.map(found -> new Parameter(
                            argument.name(),
                            argument.type(),
                            scope.types().nullable(argument.marked(), argument.type()),
                            found,
                            false,
                            Operations.isSecret(argument, found)))
                    .ifPresent(parameters::add);
        }
        return parameters;
    }
}
