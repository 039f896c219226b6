package io.heddle.processor.read;

import io.heddle.contract.bind.Body;
import io.heddle.processor.members.Declared.Argument;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Binding.Presence;
import io.heddle.processor.model.Verb;
import java.io.InputStream;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/// Reads parameters that are the body of the request.
final class Bodies {
    private final Scope scope;
    private final Verb verb;

    Bodies(Scope scope, Verb verb) {
        this.scope = scope;
        this.verb = verb;
    }

    /// Reads the body; empty when an error was reported.
    Optional<Binding> read(Argument argument) {
        if (verb == Verb.GET) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name()
                                    + "' is the body, and GET has none; use @Post, or pass it as @Query");
            return Optional.empty();
        }
        if (verb == Verb.DELETE) {
            scope.problems()
                    .warning(
                            argument.marked(),
                            Body.class,
                            "parameter '" + argument.name()
                                    + "' is the body of a DELETE, which some proxies drop;"
                                    + " use @Post, or pass it as @Query");
        }
        boolean raw = scope.types().isBytes(argument.type()) || scope.types().is(argument.type(), InputStream.class);
        if (raw && isNullable(argument)) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name()
                                    + "' is a body of bytes and cannot be null; send none instead");
            return Optional.empty();
        }
        if (scope.types().isBytes(argument.type())) {
            return Optional.of(new Binding.Bytes());
        }
        return scope.types().is(argument.type(), InputStream.class)
                ? Optional.of(new Binding.ByteStream())
                : json(argument);
    }

    boolean isNullable(Argument argument) {
        return scope.types()
                .nullable(argument.marked(), argument.marked().asType(), argument.type())
                .isPresent();
    }

    private Optional<Binding> json(Argument argument) {
        boolean optional = scope.types().is(argument.type(), Optional.class);
        TypeMirror type = optional
                ? scope.types().arguments(argument.type()).stream()
                        .findFirst()
                        .<TypeMirror>map(found -> found)
                        .orElse(argument.type())
                : argument.type();
        if (!scope.isJson(type, argument.marked(), "parameter '" + argument.name() + "'")) {
            return Optional.empty();
        }
        boolean nullable = isNullable(argument);
        Presence presence = optional ? Presence.OPTIONAL : nullable ? Presence.NULLABLE : Presence.REQUIRED;
        Element at = argument.marked();
        return scope.constraints(
                        at,
                        () -> optional
                                ? scope.constraints().used(type)
                                : scope.constraints().declared(at, type))
                .map(wanted -> new Binding.Json(scope.types().boxed(type), presence, wanted));
    }
}
