package io.heddle.processor.read;

import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.processor.members.Declared;
import io.heddle.processor.model.Result;
import io.heddle.processor.model.Result.Kind;
import io.heddle.processor.type.JavaTypes;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// Finds how the result of a method goes over the wire.
final class Results {
    private static final Map<Class<?>, Kind> WRAPPERS = Map.of(
            Optional.class, Kind.OPTIONAL,
            Page.class, Kind.PAGE,
            Reply.class, Kind.REPLY,
            Prepared.class, Kind.PREPARED,
            Stream.class, Kind.LINES,
            Events.class, Kind.EVENTS);

    private final Scope scope;

    Results(Scope scope) {
        this.scope = scope;
    }

    /// Reads the result; empty when an error was reported.
    Optional<Result> read(Declared method) {
        TypeMirror type = method.signature().getReturnType();
        if (type.getKind() == TypeKind.VOID) {
            return Optional.of(new Result(Kind.NOTHING, Optional.empty()));
        }
        if (scope.types().isBytes(type)) {
            return Optional.of(new Result(Kind.BYTES, Optional.empty()));
        }
        if (scope.types().is(type, InputStream.class)) {
            return Optional.of(new Result(Kind.BYTE_STREAM, Optional.empty()));
        }
        Optional<String> refusal = refusal(method, type);
        if (refusal.isPresent()) {
            scope.problems().error(method.marked(), refusal.get());
            return Optional.empty();
        }
        return json(method, type);
    }

    private Optional<String> refusal(Declared method, TypeMirror type) {
        if (scope.types().isAny(type, CompletableFuture.class, CompletionStage.class, Future.class)) {
            return Optional.of("the result is a " + JavaTypes.written(type)
                    + "; return the plain value, and let callers run calls side by side with Fanout");
        }
        boolean nullable = scope.types()
                .nullable(method.method(), method.method().getReturnType())
                .isPresent();
        return nullable
                ? Optional.of("the result may be null; return Optional<" + JavaTypes.written(type) + "> instead")
                : Optional.empty();
    }

    private Optional<Result> json(Declared method, TypeMirror type) {
        Kind kind = WRAPPERS.entrySet().stream()
                .filter(entry -> scope.types().is(type, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.VALUE);
        TypeMirror json = kind == Kind.VALUE || scope.types().arguments(type).isEmpty()
                ? scope.types().boxed(type)
                : scope.types().arguments(type).getFirst();
        return scope.isJson(json, method.marked(), "the result")
                ? Optional.of(new Result(kind, Optional.of(json)))
                : Optional.empty();
    }
}
