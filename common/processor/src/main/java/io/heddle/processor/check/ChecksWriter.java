package io.heddle.processor.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import io.heddle.processor.check.Sites.Site;
import io.heddle.processor.json.JsonShape;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.TextField;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// Writes `XChecks`: one method for each method of the contract that asks something of its values.
public final class ChecksWriter {
    private final Contract contract;
    private final JsonShapes shapes;
    private final Needs needs;
    private final GeneratedClass generated;
    private final ClassName self;
    private final Sites sites;
    private final String checks;
    private final ByName byName;

    /// Writes for a contract.
    public ChecksWriter(Contract contract, JsonShapes shapes) {
        this.contract = contract;
        this.shapes = new JsonShapes(shapes);
        this.needs = new Needs(this.shapes);
        this.generated = new GeneratedClass(
                contract, "Checks", "Checks what " + contract.type().getSimpleName() + " asks of its values.");
        this.self = ClassName.get(contract.packageName(), contract.nameWith("Checks"));
        this.checks = generated.fresh("checks");
        this.sites = new Sites(this.shapes, needs, generated, self);
        this.byName = new ByName(this.shapes, needs, generated, sites, checks);
    }

    /// Writes the file, empty when the contract asks nothing.
    public Optional<JavaFile> write() {
        if (contract.operations().stream().noneMatch(one -> covers(one) || byName.covers(one))) {
            return Optional.empty();
        }
        generated
                .type()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        contract.operations().stream().filter(this::covers).forEach(this::add);
        contract.operations().stream().filter(byName::covers).forEach(byName::add);
        generated.type().addMethods(sites.methods());
        return Optional.of(generated.file());
    }

    /// The statement that checks the arguments of a method, in variables of their own names; empty when there is
    /// nothing to check.
    public Optional<CodeBlock> call(Operation operation) {
        String values = operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        return covers(operation)
                ? Optional.of(CodeBlock.of("$T.$N($L);\n", self, operation.id(), values))
                : Optional.empty();
    }

    /// The same for a call by name.
    public Optional<CodeBlock> callByName(Operation operation) {
        String values = operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        return byName.covers(operation)
                ? Optional.of(CodeBlock.of("$T.$N($L);\n", self, byName.method(operation), values))
                : Optional.empty();
    }

    private boolean covers(Operation operation) {
        return !contract.service().isEmpty() && asks(operation);
    }

    private boolean asks(Operation operation) {
        return operation.parameters().stream().anyMatch(parameter -> switch (parameter.binding()) {
            case Binding.Text(TextField field) -> asks(field);
            case Binding.Exploded exploded -> exploded.fields().stream().anyMatch(ChecksWriter::asks);
            case Binding.Json json -> Needs.tests(json.constraints()) || needs.checks(shapes.read(json.type()));
            case Binding.Bytes _, Binding.ByteStream _ -> false;
        });
    }

    private static boolean asks(TextField field) {
        return Needs.tests(field.constraints()) || Needs.tests(field.itemConstraints());
    }

    private void add(Operation operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.id())
                .addModifiers(Modifier.STATIC)
                .addParameters(GeneratedClass.parameters(operation))
                .addStatement("$1T $2N = new $1T()", Sites.CHECKS, checks);
        for (Parameter parameter : operation.parameters()) {
            method.addCode(parameter(parameter));
        }
        generated.type().addMethod(method.addStatement("$N.done()", checks).build());
    }

    private CodeBlock parameter(Parameter parameter) {
        CodeBlock value = CodeBlock.of("$N", parameter.name());
        return switch (parameter.binding()) {
            case Binding.Text(TextField field) -> field(new Site(checks, field.wireName(), value, 0), field);
            case Binding.Exploded exploded -> exploded(parameter, exploded);
            case Binding.Json json -> body(new Site(checks, "", value, 0), json, Names.snake(parameter.name()));
            case Binding.Bytes _, Binding.ByteStream _ -> CodeBlock.of("");
        };
    }

    private CodeBlock exploded(Parameter parameter, Binding.Exploded exploded) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Binding.Component component : exploded.components()) {
            CodeBlock value = CodeBlock.of("$N.$N()", parameter.name(), component.name());
            code.add(field(new Site(checks, component.field().wireName(), value, 0), component.field()));
        }
        return code.build();
    }

    private CodeBlock field(Site site, TextField field) {
        CodeBlock code = CodeBlock.builder()
                .add(sites.test(site, field.constraints()))
                .add(
                        switch (field.shape()) {
                            case ONE, NULLABLE -> CodeBlock.of("");
                            case OPTIONAL -> sites.items(site, "present", field.itemConstraints());
                            case LIST, SET -> sites.items(site, "each", field.itemConstraints());
                            case MAP -> sites.items(site, "values", field.itemConstraints());
                        })
                .build();
        return field.shape() == TextField.Shape.NULLABLE ? unlessNull(site, code) : code;
    }

    private CodeBlock body(Site site, Binding.Json json, String name) {
        JsonShape shape = shapes.read(json.type());
        return switch (json.presence()) {
            case REQUIRED -> whole(site, json, name, shape);
            case NULLABLE -> unlessNull(site, whole(site, json, name, shape));
            case OPTIONAL ->
                Needs.tests(json.constraints()) || needs.checks(shape)
                        ? sites.lambda(site, "present", inner -> whole(inner, json, name, shape))
                        : CodeBlock.of("");
        };
    }

    /// The body goes by the name of its parameter, what is in it by its own names.
    private CodeBlock whole(Site site, Binding.Json json, String name, JsonShape shape) {
        return CodeBlock.builder()
                .add(sites.test(site.named(name), json.constraints()))
                .add(sites.check(site, shape))
                .build();
    }

    private static CodeBlock unlessNull(Site site, CodeBlock code) {
        return code.isEmpty()
                ? code
                : CodeBlock.builder()
                        .beginControlFlow("if ($L != null)", site.value())
                        .add(code)
                        .endControlFlow()
                        .build();
    }
}
