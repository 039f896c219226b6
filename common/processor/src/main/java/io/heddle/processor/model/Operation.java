package io.heddle.processor.model;

import io.heddle.contract.log.Logged;
import io.heddle.processor.path.Template;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/// One abstract method of a contract.
///
/// @param method the method as the contract inherits or declares it
/// @param documented the declaration with its doc comment
/// @param id its name, with a number behind it when it is overloaded
/// @param verb the HTTP method
/// @param template the whole path
/// @param parameters its parameters in order
/// @param returnType what it returns, with type variables resolved
/// @param result how that goes over the wire
/// @param limits what the annotations say of time and tries
/// @param idempotent whether it may be sent twice
/// @param anyContentType whether a JSON body is read whatever its content type
/// @param failures the exceptions that it throws at the caller too
/// @param fallback the default method that answers when no instance could
/// @param logged how its calls are logged, empty when they are not
/// @param rpcName the name that it is called by, empty when it has none
public record Operation(
        ExecutableElement method,
        ExecutableElement documented,
        String id,
        Verb verb,
        Template template,
        List<Parameter> parameters,
        TypeMirror returnType,
        Result result,
        Limits limits,
        boolean idempotent,
        boolean anyContentType,
        List<FailureType> failures,
        Optional<String> fallback,
        Optional<Logged> logged,
        Optional<String> rpcName) {
    /// The same with a name that it is called by.
    public Operation named(String other) {
        return new Operation(
                method,
                documented,
                id,
                verb,
                template,
                parameters,
                returnType,
                result,
                limits,
                idempotent,
                anyContentType,
                failures,
                fallback,
                logged,
                Optional.of(other));
    }

    /// The name of the Java method.
    public String name() {
        return method.getSimpleName().toString();
    }
}
