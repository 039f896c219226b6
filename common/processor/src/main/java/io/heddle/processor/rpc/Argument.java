package io.heddle.processor.rpc;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.heddle.contract.text.Scalar;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Binding.Presence;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.TextField;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.Optional;

/// The code that reads one argument of a call by name.
///
/// @param generated the class it stands in
/// @param call the variable that holds the call
record Argument(GeneratedClass generated, String call, Operation operation, Parameter parameter) {
    CodeBlock read() {
        String name = Names.snake(parameter.name());
        return switch (presence()) {
            case REQUIRED ->
                CodeBlock.of(
                        "$N.one($S, $N)",
                        call,
                        name,
                        json(TypeName.get(parameter.type()).box()));
            case OPTIONAL -> CodeBlock.of("$N.optional($S, $N)", call, name, json(inner()));
            case NULLABLE ->
                CodeBlock.of(
                        "$N.optional($S, $N).orElse($L)",
                        call,
                        name,
                        json(TypeName.get(parameter.type()).box()),
                        standIn());
        };
    }

    private Presence presence() {
        return switch (parameter.binding()) {
            case Binding.Json json -> json.presence();
            case Binding.Text(TextField field) ->
                switch (field.shape()) {
                    case OPTIONAL -> Presence.OPTIONAL;
                    case NULLABLE -> Presence.NULLABLE;
                    case ONE, LIST, SET, MAP -> field.standIn().isPresent() ? Presence.NULLABLE : Presence.REQUIRED;
                };
            case Binding.Exploded _, Binding.Bytes _, Binding.ByteStream _ -> Presence.REQUIRED;
        };
    }

    /// What an `Optional` holds.
    private TypeName inner() {
        return switch (parameter.binding()) {
            case Binding.Text(TextField field) -> TypeName.get(field.scalar().type());
            case Binding.Json json -> TypeName.get(json.type());
            case Binding.Exploded _, Binding.Bytes _, Binding.ByteStream _ ->
                throw new IllegalStateException("is never optional");
        };
    }

    private String json(TypeName type) {
        return generated.jsonConstant(type, constant());
    }

    private String constant() {
        return Names.constant(operation.id()) + "_" + Names.constant(parameter.name());
    }

    /// What stands for an absent value: null, or the default that the contract gives.
    private CodeBlock standIn() {
        Optional<TextField> field = parameter.binding().fields().stream()
                .filter(text -> text.standIn().isPresent())
                .findFirst();
        if (field.isEmpty()) {
            return CodeBlock.of("null");
        }
        TypeName type = TypeName.get(field.get().scalar().type());
        CodeBlock scalar = field.get()
                .scalar()
                .constantName()
                .map(name -> CodeBlock.of("$T.$L", Scalar.class, name))
                .orElseGet(() -> CodeBlock.of("$T.ofEnum($T.class)", Scalar.class, type));
        CodeBlock value =
                CodeBlock.of("$L.parse($S)", scalar, field.get().standIn().orElseThrow());
        return CodeBlock.of("$N", generated.constant(type, constant() + "_DEFAULT", value));
    }
}
