package io.heddle.processor.logged;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import io.heddle.contract.log.Logged;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.logged.Lines.Line;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// Writes `XArguments`, which writes the arguments of logged methods down, and the code that logs a call.
public final class LoggedWriter {
    private static final ClassName METHOD_LOG = ClassName.get("io.heddle.kit.logged", "MethodLog");
    private static final ClassName LEVEL = ClassName.get("org.slf4j.event", "Level");

    private final Contract contract;
    private final JsonShapes shapes;
    private final ClassName self;
    private final Map<GeneratedClass, String> lineNames = new HashMap<>();

    /// Writes for a contract.
    public LoggedWriter(Contract contract, JsonShapes shapes) {
        this.contract = contract;
        this.shapes = shapes;
        this.self = ClassName.get(contract.packageName(), contract.nameWith("Arguments"));
    }

    /// Writes the file, empty when nothing is logged.
    public Optional<JavaFile> write() {
        List<Operation> logged = contract.operations().stream()
                .filter(operation -> operation.logged().isPresent())
                .toList();
        if (logged.isEmpty()) {
            return Optional.empty();
        }
        GeneratedClass generated = new GeneratedClass(
                contract,
                "Arguments",
                "Writes the arguments of " + contract.type().getSimpleName() + " down for the log.");
        String out = generated.fresh("line");
        JsonShapes scratch = new JsonShapes(shapes);
        Lines lines = new Lines(scratch, self, new Names(parameterNames()));
        generated
                .type()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        logged.forEach(operation -> generated.type().addMethod(method(operation, out, lines)));
        generated.type().addMethods(lines.methods());
        return Optional.of(generated.file());
    }

    private List<String> parameterNames() {
        return contract.operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .map(Parameter::name)
                .toList();
    }

    private MethodSpec method(Operation operation, String out, Lines lines) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.id())
                .addModifiers(Modifier.STATIC)
                .addParameter(Lines.RENDERING, out)
                .addParameters(GeneratedClass.parameters(operation));
        for (Parameter parameter : operation.parameters()) {
            Line line = new Line(out, Names.snake(parameter.name()), CodeBlock.of("$N", parameter.name()));
            method.addCode(parameter.secret() ? Lines.secret(line) : write(line, parameter, lines));
        }
        return method.build();
    }

    private CodeBlock write(Line line, Parameter parameter, Lines lines) {
        return switch (parameter.binding()) {
            case Binding.Bytes _, Binding.ByteStream _ -> Lines.opaque(line);
            case Binding.Text _, Binding.Exploded _, Binding.Json _ -> lines.write(line, parameter.type());
        };
    }

    /// The expression that makes a call, within the one that logs it if it is logged.
    ///
    /// @param side `client` or `server`
    public CodeBlock around(GeneratedClass generated, Operation operation, String side, CodeBlock call) {
        return operation.logged().isEmpty()
                ? call
                : CodeBlock.of("$L,\n$>$>() -> $L)$<$<", begin(generated, operation, side), call);
    }

    /// The statements that make a call and return, within those that log it if it is logged.
    ///
    /// @param side `client` or `server`
    public CodeBlock aroundBlock(GeneratedClass generated, Operation operation, String side, CodeBlock statements) {
        if (operation.logged().isEmpty()) {
            return statements;
        }
        return CodeBlock.builder()
                .add("$L$L, () -> {\n$>", isNothing(operation) ? "" : "return ", begin(generated, operation, side))
                .add(statements)
                .add("$<});\n")
                .build();
    }

    private CodeBlock begin(GeneratedClass generated, Operation operation, String side) {
        String log = generated.constant(
                METHOD_LOG,
                Names.constant(operation.id()) + "_LOG",
                constant(contract.label(operation), side, operation.logged().orElseThrow()));
        String out = lineNames.computeIfAbsent(generated, writing -> writing.fresh("line"));
        String values = Stream.concat(
                        Stream.of(out), operation.parameters().stream().map(Parameter::name))
                .collect(Collectors.joining(", "));
        String way = isNothing(operation) ? "run" : "call";
        return CodeBlock.of("$N.$L($N -> $T.$N($L)", log, way, out, self, operation.id(), values);
    }

    private static boolean isNothing(Operation operation) {
        return operation.result().kind() == Result.Kind.NOTHING;
    }

    private static CodeBlock constant(String label, String side, Logged logged) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", logged.type());
        fields.put("category", logged.category());
        fields.put("detail", logged.detail());
        fields.put("description", logged.description());
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($S, $S)", METHOD_LOG, label, side);
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                code.add("\n$>$>.with($S, $S)$<$<", name, value);
            }
        });
        if (logged.level() != Logged.Level.INFO) {
            code.add("\n$>$>.at($T.$L)$<$<", LEVEL, logged.level());
        }
        return (logged.tracing() ? code : code.add("\n$>$>.untraced()$<$<")).build();
    }
}
