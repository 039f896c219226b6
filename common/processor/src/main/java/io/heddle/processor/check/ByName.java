package io.heddle.processor.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.heddle.contract.text.Scalar;
import io.heddle.processor.check.Sites.Site;
import io.heddle.processor.json.JsonShape;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.TextField;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/// The checks of calls by name, where each argument is JSON under its own name and no text was parsed within bounds.
///
/// @param checks the variable that collects
record ByName(JsonShapes shapes, Needs needs, GeneratedClass generated, Sites sites, String checks) {
    boolean covers(Operation operation) {
        return operation.rpcName().isPresent()
                && operation.parameters().stream().anyMatch(this::asks);
    }

    String method(Operation operation) {
        return operation.id() + "ByName";
    }

    private boolean asks(Parameter parameter) {
        boolean bounded = parameter.binding() instanceof Binding.Exploded exploded
                && exploded.fields().stream().anyMatch(field -> field.bounds().isPresent());
        return bounded
                || Needs.tests(whole(parameter))
                || Needs.tests(items(parameter))
                || needs.checks(shape(parameter));
    }

    private JsonShape shape(Parameter parameter) {
        return shapes.read(parameter.type());
    }

    void add(Operation operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(method(operation))
                .addModifiers(Modifier.STATIC)
                .addParameters(GeneratedClass.parameters(operation))
                .addStatement("$1T $2N = new $1T()", Sites.CHECKS, checks);
        operation.parameters().stream().filter(this::asks).forEach(parameter -> method.addCode(check(parameter)));
        generated.type().addMethod(method.addStatement("$N.done()", checks).build());
    }

    private CodeBlock check(Parameter parameter) {
        Site site = new Site(checks, Names.snake(parameter.name()), CodeBlock.of("$N", parameter.name()), 0);
        CodeBlock code = CodeBlock.builder()
                .add(sites.test(site, whole(parameter)))
                .add(sites.items(site, isOptional(parameter) ? "present" : "each", items(parameter)))
                .add(sites.check(site, shape(parameter)))
                .add(components(site, parameter))
                .build();
        return parameter.nullable().isEmpty()
                ? code
                : CodeBlock.builder()
                        .beginControlFlow("if ($N != null)", parameter.name())
                        .add(code)
                        .endControlFlow()
                        .build();
    }

    /// The bounds of the components of a record that HTTP takes apart.
    private CodeBlock components(Site site, Parameter parameter) {
        if (!(parameter.binding() instanceof Binding.Exploded exploded)
                || exploded.fields().stream().noneMatch(field -> field.bounds().isPresent())) {
            return CodeBlock.of("");
        }
        return sites.lambda(
                site,
                "within",
                inner -> exploded.components().stream()
                        .map(component -> bounded(inner, component))
                        .collect(CodeBlock.joining("")));
    }

    private CodeBlock bounded(Site inner, Binding.Component component) {
        CodeBlock value = CodeBlock.of("$L.$N()", inner.value(), component.name());
        Site site = new Site(inner.checks(), Names.snake(component.name()), value, inner.depth());
        List<Constraint> bounds = bounds(component.field()).stream().toList();
        return switch (component.field().shape()) {
            case ONE, NULLABLE -> sites.test(site, bounds);
            case OPTIONAL -> sites.items(site, "present", bounds);
            case LIST, SET -> sites.items(site, "each", bounds);
            case MAP -> CodeBlock.of("");
        };
    }

    private static boolean isOptional(Parameter parameter) {
        return parameter.binding() instanceof Binding.Text(TextField field)
                && field.shape() == TextField.Shape.OPTIONAL;
    }

    /// What is asked of the argument itself.
    private static List<Constraint> whole(Parameter parameter) {
        return switch (parameter.binding()) {
            case Binding.Text(TextField field) -> {
                boolean one = field.shape() == TextField.Shape.ONE || field.shape() == TextField.Shape.NULLABLE;
                List<Constraint> constraints = new ArrayList<>(field.constraints());
                bounds(field).filter(_ -> one).ifPresent(constraints::add);
                yield constraints;
            }
            case Binding.Json json -> json.presence() == Binding.Presence.OPTIONAL ? List.of() : json.constraints();
            case Binding.Exploded _, Binding.Bytes _, Binding.ByteStream _ -> List.of();
        };
    }

    /// What its type does not say of each value in it: the bounds.
    private static List<Constraint> items(Parameter parameter) {
        return switch (parameter.binding()) {
            case Binding.Text(TextField field) ->
                switch (field.shape()) {
                    case OPTIONAL, LIST, SET -> bounds(field).stream().toList();
                    case ONE, NULLABLE, MAP -> List.of();
                };
            case Binding.Json _, Binding.Exploded _, Binding.Bytes _, Binding.ByteStream _ -> List.of();
        };
    }

    private static Optional<Constraint> bounds(TextField field) {
        return field.bounds().map(range -> {
            Scalar<?> within = field.scalar().known().orElseThrow().within(range.min(), range.max());
            return new Constraint(
                    Optional.of((value, _) ->
                            CodeBlock.of("$T.between($L, $LL, $LL)", Sites.CHECKS, value, range.min(), range.max())),
                    within.clause(),
                    Map.of());
        });
    }
}
