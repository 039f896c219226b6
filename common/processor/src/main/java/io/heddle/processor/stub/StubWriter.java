package io.heddle.processor.stub;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/// Writes `XStub`: a contract that answers as a test says, and keeps what it was called with.
public final class StubWriter {
    private final Contract contract;
    private final GeneratedClass generated;
    private final ClassName self;
    private final ClassName call;
    private final Names methods;
    private final Names types;
    private final String calls;
    private final String refuse;
    private final String answer;

    private StubWriter(Contract contract, List<ExecutableElement> members) {
        this.contract = contract;
        this.generated = new GeneratedClass(
                contract, "Stub", "Answers as a test says, and keeps every call. What was not scripted answers 501.");
        this.methods = new Names(members.stream()
                .map(member -> member.getSimpleName().toString())
                .toList());
        this.types = new Names(List.of(contract.nameWith("Stub"), "StubCall"));
        this.self = ClassName.get(contract.packageName(), contract.nameWith("Stub"));
        this.call = self.nestedClass("StubCall");
        this.calls = generated.fresh("calls");
        this.answer = generated.fresh("answer");
        this.refuse = methods.fresh("notScripted");
    }

    /// Writes the file. The members are all methods that the contract has, its default ones too.
    public static JavaFile write(Contract contract, List<ExecutableElement> members) {
        StubWriter writer = new StubWriter(contract, members);
        writer.begin();
        contract.operations().forEach(writer::add);
        writer.end();
        return writer.generated.file();
    }

    private void begin() {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), call);
        generated
                .type()
                .addSuperinterface(ClassName.get(contract.type()))
                .addField(FieldSpec.builder(list, calls, Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T<>()", CopyOnWriteArrayList.class)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Begins without a script.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(MethodSpec.methodBuilder(methods.fresh("calls"))
                        .addJavadoc("The calls so far, in order.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(list)
                        .addStatement("return $T.copyOf($N)", List.class, calls)
                        .build());
    }

    private void add(Operation operation) {
        ClassName script = self.nestedClass(types.fresh("On" + Names.capitalised(operation.id())));
        String field = generated.fresh("on" + Names.capitalised(operation.id()));
        String setter = methods.fresh("on" + Names.capitalised(operation.id()));
        String values = values(operation);
        generated
                .type()
                .addField(FieldSpec.builder(script, field, Modifier.PRIVATE, Modifier.VOLATILE)
                        .initializer("($L) -> {\n$>throw $N($S);\n$<}", values, refuse, contract.label(operation))
                        .build())
                .addMethod(setter(operation, script, setter, field))
                .addMethod(implementation(operation, field, values))
                .addType(script(operation, script));
    }

    private MethodSpec setter(Operation operation, ClassName script, String name, String field) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("Says what {@code $L} answers from now on.\n", operation.name())
                .addAnnotations(GeneratedClass.deprecation(operation.method()))
                .addModifiers(Modifier.PUBLIC)
                .addParameter(script, answer)
                .returns(self)
                .addStatement("this.$N = $N", field, answer)
                .addStatement("return this")
                .build();
    }

    private MethodSpec implementation(Operation operation, String field, String values) {
        String verb = operation.result().kind() == Result.Kind.NOTHING ? "" : "return ";
        CodeBlock arguments = operation.parameters().isEmpty()
                ? CodeBlock.of("$T.of()", List.class)
                : CodeBlock.of("$T.<$T>asList($L)", Arrays.class, Object.class, values);
        return GeneratedClass.implementation(operation)
                .addStatement("$N.add(new $T($S, $L))", calls, call, operation.name(), arguments)
                .addStatement("$L$N.answer($L)", verb, field, values)
                .build();
    }

    private static TypeSpec script(Operation operation, ClassName name) {
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc("What {@code $L} answers.\n", operation.name())
                .addAnnotation(FunctionalInterface.class)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(MethodSpec.methodBuilder("answer")
                        .addJavadoc("Answers one call.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addParameters(GeneratedClass.parameters(operation))
                        .returns(TypeName.get(operation.returnType()))
                        .build())
                .build();
    }

    private void end() {
        generated
                .type()
                .addMethod(MethodSpec.methodBuilder(refuse)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(String.class, "method")
                        .returns(ServiceException.class)
                        .addStatement(
                                "return $T.of($T.NOT_IMPLEMENTED, method + $S)",
                                ServiceException.class,
                                Status.class,
                                " was called, but the stub has no answer for it")
                        .build())
                .addType(TypeSpec.recordBuilder(call)
                        .addJavadoc("""
                                One call.

                                @param method the name of the method
                                @param arguments its arguments in order
                                """)
                        .addModifiers(Modifier.PUBLIC)
                        .recordConstructor(MethodSpec.constructorBuilder()
                                .addParameter(String.class, "method")
                                .addParameter(ParameterizedTypeName.get(List.class, Object.class), "arguments")
                                .build())
                        .build());
    }

    private static String values(Operation operation) {
        return operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
