package io.heddle.processor.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.processor.logged.LoggedWriter;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// Writes `XClient`: each method builds its request and sends it.
public final class ClientWriter {
    private static final ClassName CALLER = ClassName.get("io.heddle.kit.client", "Caller");

    /// What a caller is told when no instance answered; a failure of the contract's own is an answer all the same.
    private static final Set<Status> UNANSWERED =
            Set.of(Status.UNAVAILABLE, Status.GATEWAY_TIMEOUT, Status.BAD_GATEWAY);

    private final Contract contract;
    private final LoggedWriter logged;
    private final GeneratedClass generated;
    private final String caller;
    private final String call;
    private final String failure;

    private ClientWriter(Contract contract, LoggedWriter logged) {
        this.contract = contract;
        this.logged = logged;
        this.generated = new GeneratedClass(
                contract,
                "Client",
                "Calls " + contract.service() + " over HTTP as "
                        + contract.type().getSimpleName() + " says.");
        this.caller = generated.fresh("caller");
        this.call = generated.fresh("call");
        this.failure = generated.fresh("failure");
    }

    /// Writes the file.
    public static JavaFile write(Contract contract, LoggedWriter logged) {
        ClientWriter writer = new ClientWriter(contract, logged);
        writer.begin();
        contract.operations().forEach(writer::add);
        return writer.generated.file();
    }

    private void begin() {
        generated
                .type()
                .addSuperinterface(ClassName.get(contract.type()))
                .addField(CALLER, caller, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(CALLER, caller)
                        .addStatement("this.$1N = $1N", caller)
                        .build());
    }

    private void add(Operation operation) {
        String endpoint = generated.constant(
                EndpointConstant.TYPE, Names.constant(operation.id()), EndpointConstant.value(contract, operation));
        Request request = new Request(generated, operation);
        CodeBlock body = request.write(CodeBlock.of("$N.call($N)", caller, endpoint), call);
        CodeBlock whole = operation
                .fallback()
                .map(method -> withFallback(operation, method, body))
                .orElse(body);
        generated
                .type()
                .addMethod(GeneratedClass.implementation(operation)
                        .addCode(logged.aroundBlock(generated, operation, "client", whole))
                        .build());
    }

    private CodeBlock withFallback(Operation operation, String fallback, CodeBlock body) {
        String arguments = operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        boolean nothing = operation.result().kind() == Result.Kind.NOTHING;
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("try").add(body);
        operation.failures().stream()
                .filter(type -> UNANSWERED.contains(type.status()))
                .forEach(type -> code.nextControlFlow("catch ($T $N)", type.type(), failure)
                        .addStatement("throw $N", failure));
        return code.nextControlFlow("catch ($T $N)", ServiceException.class, failure)
                .add("$L switch ($N.status()) {\n$>", nothing ? "" : "return", failure)
                .add("case UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> $N($L);\n", fallback, arguments)
                .add("default -> throw $N;\n$<}", failure)
                .add(nothing ? "\n" : ";\n")
                .endControlFlow()
                .build();
    }
}
