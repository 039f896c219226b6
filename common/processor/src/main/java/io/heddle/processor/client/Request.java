package io.heddle.processor.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Binding.Presence;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.model.TextField;
import io.heddle.processor.naming.Names;
import io.heddle.processor.path.Template;
import io.heddle.processor.source.GeneratedClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The code of one call: its parts in the order of the path, then the method that sends it.
final class Request {
    private static final ClassName CALL = ClassName.get("io.heddle.kit.client", "Call");

    private final GeneratedClass generated;
    private final Operation operation;
    private final List<CodeBlock> links = new ArrayList<>();

    Request(GeneratedClass generated, Operation operation) {
        this.generated = generated;
        this.operation = operation;
    }

    /// Writes the call that begins so; `local` is the name of a local variable if one is needed.
    CodeBlock write(CodeBlock begin, String local) {
        links.add(begin);
        addPath();
        operation.parameters().forEach(this::addParameter);
        operation.failures().forEach(failure -> link("failure($S, $T::new)", failure.code(), failure.type()));
        Optional<CodeBlock> body = optionalBody(local);
        CodeBlock send = CodeBlock.of(
                send(operation.result().kind()),
                generated.resultConstant(operation).<Object>map(name -> name).stream()
                        .toArray());
        String verb = operation.result().kind() == Result.Kind.NOTHING ? "" : "return ";
        CodeBlock chain = CodeBlock.join(links, "\n");
        return body.map(setting -> CodeBlock.builder()
                        .addStatement("$T $N = $L", CALL, local, chain)
                        .add(setting)
                        .addStatement("$L$N$L", verb, local, send)
                        .build())
                .orElseGet(() -> CodeBlock.builder()
                        .addStatement("$L$L\n$L", verb, chain, send)
                        .build());
    }

    private void link(String format, Object... arguments) {
        links.add(CodeBlock.of("." + format, arguments));
    }

    private void addPath() {
        var literal = new StringBuilder();
        for (Template.Part part : operation.template().parts()) {
            literal.append('/');
            switch (part) {
                case Template.Literal(String text) -> literal.append(text);
                case Template.Segment(String name) -> addPlaceholder(literal, name);
                case Template.Rest(String name) -> addPlaceholder(literal, name);
            }
        }
        if (!literal.isEmpty() || operation.template().parts().isEmpty()) {
            link("path($S)", literal.isEmpty() ? "/" : literal.toString());
        }
    }

    private void addPlaceholder(StringBuilder literal, String name) {
        link("path($S)", literal.toString());
        literal.setLength(0);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.binding() instanceof Binding.Text(TextField field)
                    && field.source().inPath()
                    && field.wireName().equals(name)) {
                link("$L($S, $N)", method(field.source()), name, parameter.name());
            }
        }
    }

    private void addParameter(Parameter parameter) {
        switch (parameter.binding()) {
            case Binding.Text(TextField field) -> addField(field, CodeBlock.of("$N", parameter.name()));
            case Binding.Exploded(List<Binding.Component> components) ->
                components.forEach(component ->
                        addField(component.field(), CodeBlock.of("$N.$N()", parameter.name(), component.name())));
            case Binding.Json json
            when json.presence() == Presence.REQUIRED -> link("json($N, $N)", bodyConstant(json), parameter.name());
            case Binding.Json _ -> {}
            case Binding.Bytes _ -> link("bytes($N)", parameter.name());
            case Binding.ByteStream _ -> link("stream($N)", parameter.name());
        }
        if (parameter.hashKey()) {
            link("hashKey($N)", parameter.name());
        }
    }

    private void addField(TextField field, CodeBlock value) {
        if (!field.source().inPath()) {
            link("$L($S, $L)", method(field.source()), field.wireName(), value);
        }
    }

    private Optional<CodeBlock> optionalBody(String local) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.binding() instanceof Binding.Json json && json.presence() != Presence.REQUIRED) {
                String constant = bodyConstant(json);
                return Optional.of(
                        json.presence() == Presence.OPTIONAL
                                ? CodeBlock.builder()
                                        .addStatement(
                                                "$1N.ifPresent($4N -> $2N.json($3N, $4N))",
                                                parameter.name(),
                                                local,
                                                constant,
                                                generated.fresh("body"))
                                        .build()
                                : CodeBlock.builder()
                                        .beginControlFlow("if ($N != null)", parameter.name())
                                        .addStatement("$N.json($N, $N)", local, constant, parameter.name())
                                        .endControlFlow()
                                        .build());
            }
        }
        return Optional.empty();
    }

    private String bodyConstant(Binding.Json json) {
        return generated.jsonConstant(TypeName.get(json.type()), Names.constant(operation.id()) + "_BODY");
    }

    private static String method(TextField.Source source) {
        return switch (source) {
            case SEGMENT -> "segment";
            case ENCODED_SEGMENT -> "encodedSegment";
            case REST -> "rest";
            case QUERY -> "query";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            case FORM -> "form";
        };
    }

    private static String send(Result.Kind kind) {
        return switch (kind) {
            case NOTHING -> ".done()";
            case VALUE -> ".value($N)";
            case OPTIONAL -> ".optional($N)";
            case PAGE -> ".page($N)";
            case REPLY -> ".reply($N)";
            case PREPARED -> ".prepared($N)";
            case BYTES -> ".raw()";
            case BYTE_STREAM -> ".rawStream()";
            case LINES -> ".lines($N)";
            case EVENTS -> ".events($N)";
        };
    }
}
