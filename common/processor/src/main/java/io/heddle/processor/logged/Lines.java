package io.heddle.processor.logged;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.heddle.processor.json.Definition;
import io.heddle.processor.json.JsonShape;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.naming.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/// The statements that write values down, and one method for each type that has parts.
final class Lines {
    static final ClassName RENDERING = ClassName.get("io.heddle.kit.logged", "Rendering");

    private final JsonShapes shapes;
    private final ClassName self;
    private final Names lambdas;
    private final Names names = new Names(List.of());
    private final Map<String, String> methodByKey = new HashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    /// Begins without a statement.
    ///
    /// @param lambdas gives names that no parameter has
    Lines(JsonShapes shapes, ClassName self, Names lambdas) {
        this.shapes = shapes;
        this.self = self;
        this.lambdas = lambdas;
    }

    /// The methods that the statements so far call.
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /// A value to write down.
    ///
    /// @param out the variable that takes it
    /// @param name its name in the line, empty for an item
    /// @param value the expression that gives it
    record Line(String out, String name, CodeBlock value) {}

    /// The statement that writes a value of that type down.
    CodeBlock write(Line line, TypeMirror type) {
        return write(line, shapes.read(type));
    }

    private CodeBlock write(Line line, JsonShape shape) {
        return switch (shape) {
            case JsonShape.Constrained constrained -> write(line, constrained.value());
            case JsonShape.Plain _ -> with(line, "value");
            case JsonShape.Unwrapped unwrapped -> unwrapped.secret() ? secret(line) : with(line, "value");
            case JsonShape.Items items -> nested(line, "each", items.item());
            case JsonShape.Maybe(JsonShape value) -> nested(line, "present", value);
            case JsonShape.Entries entries -> nested(line, "values", entries.value());
            case JsonShape.Named(String key) -> named(line, key);
            case JsonShape.Bytes _, JsonShape.Anything _ -> opaque(line);
        };
    }

    static CodeBlock secret(Line line) {
        return CodeBlock.builder()
                .addStatement("$N.secret($S)", line.out(), line.name())
                .build();
    }

    static CodeBlock opaque(Line line) {
        return CodeBlock.builder()
                .addStatement("$N.opaque($S)", line.out(), line.name())
                .build();
    }

    private static CodeBlock with(Line line, String method) {
        return CodeBlock.builder()
                .addStatement("$N.$L($S, $L)", line.out(), method, line.name(), line.value())
                .build();
    }

    private CodeBlock nested(Line line, String way, JsonShape shape) {
        String out = lambdas.fresh("inner");
        String each = lambdas.fresh("each");
        return CodeBlock.builder()
                .add("$N.$L($S, $L, ($N, $N) -> {\n$>", line.out(), way, line.name(), line.value(), out, each)
                .add(write(new Line(out, "", CodeBlock.of("$N", each)), shape))
                .add("$<});\n")
                .build();
    }

    private CodeBlock named(Line line, String key) {
        return shapes.definition(key) instanceof Definition.Constants
                ? with(line, "value")
                : CodeBlock.builder()
                        .addStatement(
                                "$N.within($S, $L, $T::$N)", line.out(), line.name(), line.value(), self, method(key))
                        .build();
    }

    private String method(String key) {
        String known = methodByKey.get(key);
        if (known != null) {
            return known;
        }
        Definition definition = shapes.definition(key);
        String name = names.fresh("write" + definition.name().replaceAll("\\W", "_"));
        methodByKey.put(key, name);
        CodeBlock body = switch (definition) {
            case Definition.Structure structure -> structure(structure);
            case Definition.Choice choice -> choice(choice);
            case Definition.Constants _ -> CodeBlock.of("");
        };
        methods.add(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RENDERING, "out")
                .addParameter(TypeName.get(definition.type()), "value")
                .addCode(body)
                .build());
        return name;
    }

    private CodeBlock structure(Definition.Structure structure) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Definition.Property property : structure.properties()) {
            Line line = new Line("out", property.name(), CodeBlock.of("value.$N()", property.component()));
            code.add(property.secret() ? secret(line) : write(line, property.shape()));
        }
        return code.build();
    }

    private CodeBlock choice(Definition.Choice choice) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (value)");
        for (JsonShape variant : choice.variants().values()) {
            String key = ((JsonShape.Named) variant).key();
            TypeName type = TypeName.get(shapes.definition(key).type());
            code.addStatement("case $T one -> $N(out, one)", type, method(key));
        }
        return code.endControlFlow().build();
    }
}
