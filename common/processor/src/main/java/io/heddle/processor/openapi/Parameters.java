package io.heddle.processor.openapi;

import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.TextField;
import io.heddle.processor.model.TextField.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;

/// Writes the parameters and the body of an operation.
final class Parameters {
    private final Docs docs;
    private final Schemas schemas;
    private final Operation operation;
    private final List<Named> fields = new ArrayList<>();

    Parameters(Docs docs, Schemas schemas, Operation operation) {
        this.docs = docs;
        this.schemas = schemas;
        this.operation = operation;
        operation.parameters().forEach(this::collect);
    }

    /// A field with what its document says.
    private record Named(TextField field, String description) {}

    private void collect(Parameter parameter) {
        switch (parameter.binding()) {
            case Binding.Text(TextField field) ->
                fields.add(new Named(field, docs.of(operation.documented()).parameter(parameter.name())));
            case Binding.Exploded(List<Binding.Component> components) -> {
                Element record = ((DeclaredType) parameter.type()).asElement();
                components.forEach(component ->
                        fields.add(new Named(component.field(), docs.of(record).parameter(component.name()))));
            }
            case Binding.Json _, Binding.Bytes _, Binding.ByteStream _ -> {}
        }
    }

    /// The parameters; those of the path by the names that the path gives them.
    List<Object> list(Map<String, String> pathNames) {
        List<Object> parameters = new ArrayList<>();
        for (Named named : fields) {
            if (named.field().source() != Source.FORM) {
                parameters.add(parameter(named, pathNames));
            }
        }
        return parameters;
    }

    private Map<String, Object> parameter(Named named, Map<String, String> pathNames) {
        TextField field = named.field();
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", field.source().inPath() ? pathNames.get(field.wireName()) : field.wireName());
        parameter.put("in", place(field.source()));
        Schemas.describe(parameter, named.description());
        if (field.required()) {
            parameter.put("required", true);
        }
        parameter.put("schema", schema(field));
        return parameter;
    }

    private static String place(Source source) {
        return switch (source) {
            case SEGMENT, ENCODED_SEGMENT, REST -> "path";
            case QUERY -> "query";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            case FORM -> throw new IllegalArgumentException("a form field is in the body");
        };
    }

    private Map<String, Object> schema(TextField field) {
        Map<String, Object> schema = schemas.of(field.scalar().type());
        field.bounds().ifPresent(range -> bound(schema, range));
        field.standIn().ifPresent(text -> schema.put("default", standIn(field, text)));
        Schemas.constrain(schema, field.itemConstraints());
        Map<String, Object> whole = switch (field.shape()) {
            case ONE, NULLABLE, OPTIONAL -> schema;
            case LIST -> Schemas.items(schema, false);
            case SET -> Schemas.items(schema, true);
            case MAP -> Schemas.schema("type", "object", "additionalProperties", schema);
        };
        return Schemas.constrain(whole, field.constraints());
    }

    private static void bound(Map<String, Object> schema, TextField.Range range) {
        if (range.min() != Long.MIN_VALUE) {
            schema.put("minimum", range.min());
        }
        if (range.max() != Long.MAX_VALUE) {
            schema.put("maximum", range.max());
        }
    }

    private static Object standIn(TextField field, String text) {
        return switch (field.scalar().className()) {
            case "java.lang.Boolean" -> Boolean.valueOf(text);
            case "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Short",
                    "java.lang.Byte",
                    "java.lang.Double",
                    "java.lang.Float",
                    "java.math.BigDecimal",
                    "java.math.BigInteger" -> new BigDecimal(text);
            default -> text;
        };
    }

    /// The body, if the operation takes one.
    Optional<Map<String, Object>> body() {
        if (fields.stream().anyMatch(named -> named.field().source() == Source.FORM)) {
            return Optional.of(content("", true, "application/x-www-form-urlencoded", form()));
        }
        return operation.parameters().stream()
                .filter(parameter -> parameter.binding().isBody())
                .findFirst()
                .map(this::body);
    }

    private Map<String, Object> body(Parameter parameter) {
        String about = docs.of(operation.documented()).parameter(parameter.name());
        return parameter.binding() instanceof Binding.Json json
                ? content(
                        about,
                        json.presence() == Binding.Presence.REQUIRED,
                        "application/json",
                        Schemas.constrain(schemas.of(json.type()), json.constraints()))
                : content(about, true, "application/octet-stream", Schemas.schema());
    }

    private Map<String, Object> form() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Named named : fields) {
            if (named.field().source() == Source.FORM) {
                Map<String, Object> schema = schema(named.field());
                Schemas.describe(schema, named.description());
                properties.put(named.field().wireName(), schema);
                if (named.field().required()) {
                    required.add(named.field().wireName());
                }
            }
        }
        return Schemas.object(properties, required);
    }

    private static Map<String, Object> content(
            String about, boolean required, String mediaType, Map<String, Object> schema) {
        Map<String, Object> body = new LinkedHashMap<>();
        Schemas.describe(body, about);
        body.put("required", required);
        body.put("content", Map.of(mediaType, Map.of("schema", schema)));
        return body;
    }
}
