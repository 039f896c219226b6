package io.heddle.processor.routes;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import io.heddle.processor.check.ChecksWriter;
import io.heddle.processor.logged.LoggedWriter;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.source.GeneratedClass;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// Writes `XRoutes`: each handler reads its parameters, calls the method, and answers.
public final class RoutesWriter {
    private static final String ROOM = "io.heddle.kit.server";
    private static final ClassName ROUTES = ClassName.get(ROOM, "Routes");
    private static final ClassName ROUTER = ClassName.get(ROOM, "Router");
    private static final ClassName EXCHANGE = ClassName.get(ROOM, "Exchange");
    private static final String BYTES = "application/octet-stream";

    private final Contract contract;
    private final ChecksWriter checks;
    private final LoggedWriter logged;
    private final GeneratedClass generated;
    private final Arguments arguments;
    private final String api;
    private final String router;
    private final String exchange;
    private final MethodSpec.Builder addTo;

    private RoutesWriter(Contract contract, ChecksWriter checks, LoggedWriter logged) {
        this.contract = contract;
        this.checks = checks;
        this.logged = logged;
        this.generated = new GeneratedClass(
                contract, "Routes", "Serves " + contract.type().getSimpleName() + " over HTTP.");
        this.api = generated.fresh("api");
        this.router = generated.fresh("router");
        this.exchange = generated.fresh("exchange");
        this.arguments = new Arguments(generated, exchange);
        this.addTo = MethodSpec.methodBuilder("addTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ROUTER, router);
    }

    /// Writes the file.
    public static JavaFile write(Contract contract, ChecksWriter checks, LoggedWriter logged) {
        RoutesWriter writer = new RoutesWriter(contract, checks, logged);
        writer.begin();
        contract.operations().forEach(writer::addRoute);
        writer.generated.type().addMethod(writer.addTo.build());
        contract.operations().forEach(writer::addHandler);
        return writer.generated.file();
    }

    private void begin() {
        ClassName type = ClassName.get(contract.type());
        generated
                .type()
                .addSuperinterface(ROUTES)
                .addField(type, api, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(type, api)
                        .addStatement("this.$1N = $1N", api)
                        .build());
    }

    private void addRoute(Operation operation) {
        addTo.addStatement(
                "$N.add($S, $S, $S, this::$N)",
                router,
                operation.verb().name(),
                operation.template().text(),
                contract.label(operation),
                operation.id());
    }

    private void addHandler(Operation operation) {
        MethodSpec.Builder handler = MethodSpec.methodBuilder(operation.id())
                .addAnnotations(GeneratedClass.deprecation(operation.method()))
                .addModifiers(Modifier.PRIVATE)
                .addParameter(EXCHANGE, exchange)
                .addCode(arguments.parts(operation));
        for (Parameter parameter : operation.parameters()) {
            handler.addStatement(
                    "$T $N = $L",
                    GeneratedClass.typeName(parameter),
                    parameter.name(),
                    arguments.read(operation, parameter));
        }
        checks.call(operation).ifPresent(handler::addCode);
        generated.type().addMethod(handler.addCode(answer(operation)).build());
    }

    private CodeBlock answer(Operation operation) {
        String values = operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        CodeBlock call =
                logged.around(generated, operation, "server", CodeBlock.of("$N.$N($L)", api, operation.name(), values));
        boolean needsJson = operation.result().kind() != Result.Kind.PREPARED;
        String json = needsJson ? generated.resultConstant(operation).orElse("") : "";
        CodeBlock answer = switch (operation.result().kind()) {
            case NOTHING -> CodeBlock.of("$L;\n$N.done()", call, exchange);
            case VALUE -> CodeBlock.of("$N.value($N, $L)", exchange, json, call);
            case OPTIONAL -> CodeBlock.of("$N.optional($N, $L)", exchange, json, call);
            case PAGE -> CodeBlock.of("$N.page($N, $L)", exchange, json, call);
            case REPLY -> CodeBlock.of("$N.reply($N, $L)", exchange, json, call);
            case PREPARED -> CodeBlock.of("$N.prepared($L)", exchange, call);
            case BYTES, BYTE_STREAM -> CodeBlock.of("$N.raw(200, $S, $L)", exchange, BYTES, call);
            case LINES -> CodeBlock.of("$N.lines($N, $L)", exchange, json, call);
            case EVENTS -> CodeBlock.of("$N.events($N, $L)", exchange, json, call);
        };
        return CodeBlock.builder().add("$L;\n", answer).build();
    }
}
