package io.heddle.processor.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.heddle.processor.json.Definition;
import io.heddle.processor.json.JsonShape;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/// The statements that check values, and one method for each type that has something to check.
final class Sites {
    static final ClassName CHECKS = ClassName.get("io.heddle.kit.check", "Checks");

    private final JsonShapes shapes;
    private final Needs needs;
    private final GeneratedClass generated;
    private final ClassName self;
    private final Names methods;
    private final Map<String, String> methodByKey = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final List<MethodSpec> written = new ArrayList<>();
    private final List<Site> lambdas = new ArrayList<>();

    Sites(JsonShapes shapes, Needs needs, GeneratedClass generated, ClassName self) {
        this.shapes = shapes;
        this.needs = needs;
        this.generated = generated;
        this.self = self;
        this.methods = new Names(List.of());
    }

    /// The methods that the statements so far call.
    List<MethodSpec> methods() {
        return List.copyOf(written);
    }

    /// A value to check.
    ///
    /// @param checks the variable that collects
    /// @param name the field, empty when the value is the one that is being looked at
    /// @param value the expression that gives it
    /// @param depth how many lambdas stand around it
    record Site(String checks, String name, CodeBlock value, int depth) {
        Site named(String other) {
            return new Site(checks, other, value, depth);
        }
    }

    /// What is in a value, in a lambda of its own.
    private Site within(Site site) {
        int inner = site.depth() + 1;
        if (lambdas.size() < inner) {
            lambdas.add(new Site(generated.fresh("inner"), "", CodeBlock.of(generated.fresh("each")), inner));
        }
        return lambdas.get(site.depth());
    }

    /// The statements that check a value of that shape.
    CodeBlock check(Site site, JsonShape shape) {
        return switch (shape) {
            case JsonShape.Constrained(JsonShape value, List<Constraint> constraints) ->
                CodeBlock.builder()
                        .add(test(site, constraints))
                        .add(check(site, value))
                        .build();
            case JsonShape.Items items -> nested(site, "each", items.item());
            case JsonShape.Maybe(JsonShape value) -> nested(site, "present", value);
            case JsonShape.Entries(JsonShape value, List<Constraint> keys) ->
                CodeBlock.builder()
                        .add(keys(site, keys))
                        .add(nested(site, "values", value))
                        .build();
            case JsonShape.Named(String key) -> named(site, key);
            case JsonShape.Unwrapped _, JsonShape.Plain _, JsonShape.Bytes _, JsonShape.Anything _ -> CodeBlock.of("");
        };
    }

    /// The statements that test a value itself.
    CodeBlock test(Site site, List<Constraint> constraints) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Constraint constraint : constraints) {
            constraint
                    .test()
                    .map(test -> test.of(site.value(), this::constant))
                    .ifPresent(test -> code.addStatement(
                            "$N.that($L, $S, $S)", site.checks(), test, site.name(), constraint.message()));
        }
        return code.build();
    }

    /// The statements that test each value in another, which `way` gives one by one.
    CodeBlock items(Site site, String way, List<Constraint> constraints) {
        return Needs.tests(constraints) ? lambda(site, way, inner -> test(inner, constraints)) : CodeBlock.of("");
    }

    private CodeBlock keys(Site site, List<Constraint> keys) {
        return items(site, "keys", keys);
    }

    private CodeBlock nested(Site site, String way, JsonShape inner) {
        if (!needs.checks(inner)) {
            return CodeBlock.of("");
        }
        return inner instanceof JsonShape.Named(String key)
                ? CodeBlock.builder()
                        .addStatement(
                                "$N.$L($S, $L, $T::$N)",
                                site.checks(),
                                way,
                                site.name(),
                                site.value(),
                                self,
                                method(key))
                        .build()
                : lambda(site, way, each -> check(each, inner));
    }

    /// The statement that runs others for each value in another, which `way` gives one by one.
    CodeBlock lambda(Site site, String way, Function<Site, CodeBlock> body) {
        Site inner = within(site);
        return CodeBlock.builder()
                .add(
                        "$N.$L($S, $L, ($L, $L) -> {\n$>",
                        site.checks(),
                        way,
                        site.name(),
                        site.value(),
                        inner.checks(),
                        inner.value())
                .add(body.apply(inner))
                .add("$<});\n")
                .build();
    }

    private CodeBlock named(Site site, String key) {
        if (!needs.checks(new JsonShape.Named(key))) {
            return CodeBlock.of("");
        }
        return site.name().isEmpty()
                ? CodeBlock.builder()
                        .addStatement("$N($N, $L)", method(key), site.checks(), site.value())
                        .build()
                : nested(site, "within", new JsonShape.Named(key));
    }

    private String constant(TypeName type, CodeBlock initial) {
        return constants.computeIfAbsent(type + " " + initial, _ -> generated.constant(type, wish(type), initial));
    }

    private static String wish(TypeName type) {
        String name = type.toString();
        return name.endsWith("Pattern") ? "PATTERN" : "BOUND";
    }

    private String method(String key) {
        String known = methodByKey.get(key);
        if (known != null) {
            return known;
        }
        Definition definition = shapes.definition(key);
        String name = methods.fresh("check" + definition.name().replaceAll("\\W", "_"));
        methodByKey.put(key, name);
        CodeBlock body = switch (definition) {
            case Definition.Structure structure -> structure(structure);
            case Definition.Choice choice -> choice(choice);
            case Definition.Constants _ -> CodeBlock.of("");
        };
        written.add(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(CHECKS, "checks")
                .addParameter(TypeName.get(definition.type()), "value")
                .addCode(body)
                .build());
        return name;
    }

    private CodeBlock structure(Definition.Structure structure) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Definition.Property property : structure.properties()) {
            Site site = new Site("checks", property.name(), CodeBlock.of("value.$N()", property.component()), 0);
            code.add(check(site, property.shape()));
        }
        return code.build();
    }

    private CodeBlock choice(Definition.Choice choice) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (value)");
        for (JsonShape variant : choice.variants().values()) {
            String key = ((JsonShape.Named) variant).key();
            TypeName type = TypeName.get(shapes.definition(key).type());
            if (needs.checks(variant)) {
                code.addStatement("case $T one -> $N(checks, one)", type, method(key));
            } else {
                code.add("case $T _ -> {}\n", type);
            }
        }
        return code.endControlFlow().build();
    }
}
