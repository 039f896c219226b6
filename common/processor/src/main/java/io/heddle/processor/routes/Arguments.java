package io.heddle.processor.routes;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.heddle.contract.text.Scalar;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Binding.Presence;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.ScalarType;
import io.heddle.processor.model.TextField;
import io.heddle.processor.naming.Names;
import io.heddle.processor.source.GeneratedClass;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The code that reads the arguments of a method from a request.
final class Arguments {
    private static final ClassName FIELDS = ClassName.get("io.heddle.kit.server", "Fields");

    private final GeneratedClass generated;
    private final String exchange;
    private final Map<String, String> enums = new HashMap<>();
    private final Map<String, String> locals = new HashMap<>();

    Arguments(GeneratedClass generated, String exchange) {
        this.generated = generated;
        this.exchange = exchange;
    }

    /// Local variables for the parts of the request that are read more than once, so that each is parsed once.
    CodeBlock parts(Operation operation) {
        CodeBlock.Builder code = CodeBlock.builder();
        uses(operation).forEach((part, uses) -> {
            if (uses > 1) {
                code.addStatement("$T $N = $N.$L()", FIELDS, local(part), exchange, part);
            }
        });
        return code.build();
    }

    private static Map<String, Integer> uses(Operation operation) {
        Map<String, Integer> uses = new TreeMap<>();
        operation.parameters().stream()
                .flatMap(parameter -> parameter.binding().fields().stream())
                .forEach(field -> uses.merge(part(field.source()), 1, Integer::sum));
        return uses;
    }

    private String local(String part) {
        return locals.computeIfAbsent(part, generated::fresh);
    }

    /// The expression that gives the argument.
    CodeBlock read(Operation operation, Parameter parameter) {
        return switch (parameter.binding()) {
            case Binding.Text(TextField field) -> field(operation, field, constantOf(operation, parameter.name()));
            case Binding.Exploded(List<Binding.Component> components) -> exploded(operation, parameter, components);
            case Binding.Json json -> json(operation, json);
            case Binding.Bytes _ -> CodeBlock.of("$N.bytes()", exchange);
            case Binding.ByteStream _ -> CodeBlock.of("$N.stream()", exchange);
        };
    }

    private static String constantOf(Operation operation, String name) {
        return Names.constant(operation.id()) + "_" + Names.constant(name);
    }

    private CodeBlock exploded(Operation operation, Parameter parameter, List<Binding.Component> components) {
        List<CodeBlock> values = components.stream()
                .map(component -> field(
                        operation,
                        component.field(),
                        constantOf(operation, parameter.name()) + "_" + Names.constant(component.name())))
                .toList();
        boolean generic = TypeName.get(parameter.type()) instanceof ParameterizedTypeName;
        TypeName raw = TypeName.get(parameter.type()) instanceof ParameterizedTypeName type
                ? type.rawType()
                : TypeName.get(parameter.type());
        return CodeBlock.of("new $T$L(\n$L)", raw, generic ? "<>" : "", CodeBlock.join(values, ",\n"));
    }

    private CodeBlock json(Operation operation, Binding.Json json) {
        String constant = generated.jsonConstant(TypeName.get(json.type()), Names.constant(operation.id()) + "_BODY");
        if (json.presence() == Presence.OPTIONAL) {
            return CodeBlock.of("$N.optionalBody($N)", exchange, constant);
        }
        if (json.presence() == Presence.NULLABLE) {
            return CodeBlock.of("$N.optionalBody($N).orElse(null)", exchange, constant);
        }
        return CodeBlock.of("$N.$L($N)", exchange, operation.anyContentType() ? "bodyOfAnyType" : "body", constant);
    }

    private CodeBlock field(Operation operation, TextField field, String constant) {
        String part = part(field.source());
        CodeBlock from = uses(operation).getOrDefault(part, 0) > 1
                ? CodeBlock.of("$N", local(part))
                : CodeBlock.of("$N.$L()", exchange, part);
        if (field.shape() == TextField.Shape.MAP) {
            return CodeBlock.of("$L.map()", from);
        }
        CodeBlock scalar = bounded(field, scalar(field.scalar()), constant);
        if (field.standIn().isPresent()) {
            return CodeBlock.of(
                    "$L.or($S, $L, $L)", from, field.wireName(), scalar, standIn(field, scalar, constant + "_DEFAULT"));
        }
        return switch (field.shape()) {
            case ONE -> CodeBlock.of("$L.one($S, $L)", from, field.wireName(), scalar);
            case OPTIONAL -> CodeBlock.of("$L.optional($S, $L)", from, field.wireName(), scalar);
            case NULLABLE -> CodeBlock.of("$L.optional($S, $L).orElse(null)", from, field.wireName(), scalar);
            case LIST -> CodeBlock.of("$L.list($S, $L)", from, field.wireName(), scalar);
            case SET -> CodeBlock.of("new $T<>($L.list($S, $L))", LinkedHashSet.class, from, field.wireName(), scalar);
            case MAP -> throw new IllegalStateException("read above");
        };
    }

    private static String part(TextField.Source source) {
        return switch (source) {
            case SEGMENT, ENCODED_SEGMENT, REST -> "path";
            case QUERY -> "query";
            case HEADER -> "headers";
            case COOKIE -> "cookies";
            case FORM -> "form";
        };
    }

    private CodeBlock bounded(TextField field, CodeBlock scalar, String constant) {
        return field.bounds()
                .map(range -> CodeBlock.of(
                        "$N",
                        generated.constant(
                                ParameterizedTypeName.get(
                                        ClassName.get(Scalar.class),
                                        TypeName.get(field.scalar().type())),
                                constant,
                                CodeBlock.of("$L.within($L, $L)", scalar, bound(range.min()), bound(range.max())))))
                .orElse(scalar);
    }

    private static CodeBlock bound(long bound) {
        if (bound == Long.MIN_VALUE) {
            return CodeBlock.of("$T.MIN_VALUE", Long.class);
        }
        return bound == Long.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Long.class) : CodeBlock.of("$L", bound + "L");
    }

    private CodeBlock scalar(ScalarType type) {
        return type.constantName()
                .map(name -> CodeBlock.of("$T.$L", Scalar.class, name))
                .orElseGet(() -> CodeBlock.of("$N", enumConstant(type)));
    }

    private String enumConstant(ScalarType type) {
        return enums.computeIfAbsent(type.className(), _ -> {
            TypeName name = TypeName.get(type.type());
            String simple = type.className().substring(type.className().lastIndexOf('.') + 1);
            return generated.constant(
                    ParameterizedTypeName.get(ClassName.get(Scalar.class), name),
                    Names.constant(simple),
                    CodeBlock.of("$T.ofEnum($T.class)", Scalar.class, name));
        });
    }

    /// A literal where Java has one for the type, else a constant that was parsed once.
    private CodeBlock standIn(TextField field, CodeBlock scalar, String constant) {
        String text = field.standIn().orElseThrow();
        return switch (field.scalar().className()) {
            case "java.lang.String" -> CodeBlock.of("$S", text);
            case "java.lang.Integer" -> CodeBlock.of("$L", Integer.parseInt(text));
            case "java.lang.Long" -> CodeBlock.of("$LL", Long.parseLong(text));
            case "java.lang.Boolean" -> CodeBlock.of("$L", text);
            default ->
                CodeBlock.of(
                        "$N",
                        generated.constant(
                                TypeName.get(field.scalar().type()),
                                constant,
                                CodeBlock.of("$L.parse($S)", scalar, text)));
        };
    }
}
