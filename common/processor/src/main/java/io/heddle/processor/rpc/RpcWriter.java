package io.heddle.processor.rpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.heddle.processor.check.ChecksWriter;
import io.heddle.processor.logged.LoggedWriter;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// Writes `XRpc`: each name with the plain code that reads the arguments, calls the method and answers.
public final class RpcWriter {
    private static final String ROOM = "io.heddle.kit.rpc";
    private static final ClassName TABLE = ClassName.get(ROOM, "RpcTable");
    private static final ClassName METHODS = ClassName.get(ROOM, "RpcMethods");
    private static final ClassName CALL = ClassName.get(ROOM, "RpcCall");

    private final Contract contract;
    private final ChecksWriter checks;
    private final LoggedWriter logged;
    private final List<Operation> operations;
    private final GeneratedClass generated;
    private final String target;
    private final String methods;
    private final String call;

    private RpcWriter(Contract contract, ChecksWriter checks, LoggedWriter logged) {
        this.contract = contract;
        this.checks = checks;
        this.logged = logged;
        this.operations = contract.operations().stream()
                .filter(operation -> operation.rpcName().isPresent())
                .toList();
        this.generated =
                new GeneratedClass(contract, "Rpc", "Calls " + contract.type().getSimpleName() + " by name.");
        this.target = generated.fresh("target");
        this.methods = generated.fresh("methods");
        this.call = generated.fresh("call");
    }

    /// Writes the file, empty when nothing may be called by name.
    public static Optional<JavaFile> write(Contract contract, ChecksWriter checks, LoggedWriter logged) {
        RpcWriter writer = new RpcWriter(contract, checks, logged);
        return writer.operations.isEmpty() ? Optional.empty() : Optional.of(writer.file());
    }

    private JavaFile file() {
        generated.type().addSuperinterface(TABLE);
        addConstructor();
        MethodSpec.Builder addTo = MethodSpec.methodBuilder("addTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(METHODS, methods);
        operations.forEach(operation -> addTo.addStatement(add(operation)));
        generated.type().addMethod(addTo.build());
        operations.forEach(operation -> generated.type().addMethod(handler(operation)));
        return generated.file();
    }

    private void addConstructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        if (!operations.stream().allMatch(RpcWriter::isStatic)) {
            ClassName type = ClassName.get(contract.type());
            generated.type().addField(type, target, Modifier.PRIVATE, Modifier.FINAL);
            constructor.addParameter(type, target).addStatement("this.$1N = $1N", target);
        }
        generated.type().addMethod(constructor.build());
    }

    private static boolean isStatic(Operation operation) {
        return operation.method().getModifiers().contains(Modifier.STATIC);
    }

    private CodeBlock add(Operation operation) {
        CodeBlock names = operation.parameters().stream()
                .map(parameter -> CodeBlock.of("$S", Names.snake(parameter.name())))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "$N.add($S, $L, $T.of($L), this::$N)",
                methods,
                operation.rpcName().orElseThrow(),
                operation.idempotent(),
                List.class,
                names,
                operation.id());
    }

    private MethodSpec handler(Operation operation) {
        MethodSpec.Builder handler = MethodSpec.methodBuilder(operation.id())
                .addAnnotations(GeneratedClass.deprecation(operation.method()))
                .addModifiers(Modifier.PRIVATE)
                .addParameter(CALL, call);
        for (Parameter parameter : operation.parameters()) {
            handler.addStatement(
                    "$T $N = $L",
                    GeneratedClass.typeName(parameter),
                    parameter.name(),
                    new Argument(generated, call, operation, parameter).read());
        }
        checks.callByName(operation).ifPresent(handler::addCode);
        return handler.addCode(answer(operation)).build();
    }

    private CodeBlock answer(Operation operation) {
        String values = operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        CodeBlock plain = isStatic(operation)
                ? CodeBlock.of("$T.$N($L)", ClassName.get(contract.type()), operation.name(), values)
                : CodeBlock.of("$N.$N($L)", target, operation.name(), values);
        CodeBlock work = logged.around(generated, operation, "server", plain);
        if (operation.result().kind() == Result.Kind.NOTHING) {
            return CodeBlock.builder()
                    .addStatement(work)
                    .addStatement("$N.done()", call)
                    .build();
        }
        String json = operation.result().kind() == Result.Kind.BYTES
                ? generated.jsonConstant(
                        TypeName.get(operation.returnType()), Names.constant(operation.id()) + "_RESULT")
                : generated.resultConstant(operation).orElseThrow();
        String way = switch (operation.result().kind()) {
            case OPTIONAL -> "optional";
            case PAGE -> "page";
            default -> "value";
        };
        return CodeBlock.builder()
                .addStatement("$N.$L($N, $L)", call, way, json, work)
                .build();
    }
}
