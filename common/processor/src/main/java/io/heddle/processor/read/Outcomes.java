package io.heddle.processor.read;

import io.heddle.contract.call.Fallback;
import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.processor.members.Declared;
import io.heddle.processor.model.FailureType;
import io.heddle.processor.type.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// Reads what a method does when it cannot answer: the exceptions it throws and the fallback it has.
final class Outcomes {
    private final Scope scope;
    private final Types types;
    private final Elements elements;
    private final List<Declared> defaults;

    Outcomes(Scope scope, Types types, Elements elements, List<Declared> defaults) {
        this.scope = scope;
        this.types = types;
        this.elements = elements;
        this.defaults = List.copyOf(defaults);
    }

    /// The exceptions with codes of their own.
    List<FailureType> failures(Declared method) {
        List<FailureType> failures = new ArrayList<>();
        for (TypeMirror thrown : method.signature().getThrownTypes()) {
            scope.types()
                    .element(thrown)
                    .ifPresent(type -> failure(method, thrown, type).ifPresent(failures::add));
        }
        return failures;
    }

    private Optional<FailureType> failure(Declared method, TypeMirror thrown, TypeElement type) {
        if (!isSubtype(thrown, ServiceException.class)) {
            boolean unchecked = isSubtype(thrown, RuntimeException.class) || isSubtype(thrown, Error.class);
            return unchecked
                    ? Optional.empty()
                    : refuse(
                            method,
                            type,
                            "is checked and has no code on the wire;"
                                    + " throw a subclass of ServiceException marked @Failure");
        }
        Failure mark = type.getAnnotation(Failure.class);
        if (mark == null) {
            return scope.types().is(thrown, ServiceException.class)
                    ? Optional.empty()
                    : refuse(method, type, "has no code on the wire; mark it @Failure(status = ..., code = \"...\")");
        }
        return hasMessageConstructor(type, method)
                ? Optional.of(new FailureType(thrown, mark.status(), mark.code()))
                : refuse(method, type, "cannot be made by a client; give it a visible constructor (String message)");
    }

    private Optional<FailureType> refuse(Declared method, TypeElement type, String why) {
        scope.problems()
                .error(
                        method.marked(),
                        "'" + method.method().getSimpleName() + "' throws " + type.getSimpleName() + ", which " + why);
        return Optional.empty();
    }

    private boolean isSubtype(TypeMirror type, Class<?> above) {
        TypeElement element = elements.getTypeElement(above.getName());
        return element != null && types.isSubtype(type, element.asType());
    }

    private boolean hasMessageConstructor(TypeElement type, Declared method) {
        boolean near = elements.getPackageOf(type).equals(elements.getPackageOf(method.method()));
        return !type.getModifiers().contains(Modifier.ABSTRACT)
                && type.getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR)
                        .filter(member -> isVisible(member, near))
                        .map(ExecutableElement.class::cast)
                        .map(ExecutableElement::getParameters)
                        .anyMatch(parameters -> parameters.size() == 1
                                && scope.types().is(parameters.getFirst().asType(), String.class));
    }

    private static boolean isVisible(Element member, boolean near) {
        return member.getModifiers().contains(Modifier.PUBLIC)
                || (near && !member.getModifiers().contains(Modifier.PRIVATE));
    }

    /// The default method that answers when no instance could.
    Optional<String> fallback(Declared method) {
        Fallback mark = method.marked().getAnnotation(Fallback.class);
        if (mark == null) {
            return Optional.empty();
        }
        if (defaults.stream().noneMatch(candidate -> answersFor(candidate, method, mark.value()))) {
            scope.problems()
                    .error(
                            method.marked(),
                            Fallback.class,
                            "value",
                            "no fallback '" + mark.value() + "' with the same parameters and result; add 'default "
                                    + JavaTypes.written(method.signature().getReturnType()) + " " + mark.value() + "("
                                    + parameters(method) + ")'");
        }
        return Optional.of(mark.value());
    }

    private boolean answersFor(Declared candidate, Declared method, String name) {
        return candidate.method().getSimpleName().contentEquals(name)
                && types.isSameType(
                        candidate.signature().getReturnType(),
                        method.signature().getReturnType())
                && types.isSubsignature(candidate.signature(), method.signature());
    }

    private static String parameters(Declared method) {
        return method.arguments().stream()
                .map(argument -> JavaTypes.written(argument.type()) + " " + argument.name())
                .collect(Collectors.joining(", "));
    }
}
