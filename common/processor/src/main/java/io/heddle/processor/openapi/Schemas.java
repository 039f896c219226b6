package io.heddle.processor.openapi;

import io.heddle.processor.json.Definition;
import io.heddle.processor.json.JsonShape;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.model.Constraint;
import io.heddle.processor.model.ScalarType;
import io.heddle.processor.naming.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import javax.lang.model.type.TypeMirror;

/// Writes JSON shapes as JSON Schema, and each definition once under a name of its own.
final class Schemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonShapes shapes;
    private final Docs docs;
    private final Names names = new Names(Set.of("Error"));
    private final Map<String, String> nameByKey = new LinkedHashMap<>();

    Schemas(JsonShapes shapes, Docs docs) {
        this.shapes = shapes;
        this.docs = docs;
        nameNew();
    }

    private void nameNew() {
        shapes.definitions()
                .forEach((key, definition) -> nameByKey.computeIfAbsent(
                        key, _ -> names.fresh(definition.name().replaceAll("[^A-Za-z0-9._-]", "_"))));
    }

    /// The schema of a Java type.
    Map<String, Object> of(TypeMirror type) {
        JsonShape shape = shapes.read(type);
        nameNew();
        return of(shape);
    }

    private String name(String key) {
        return nameByKey.getOrDefault(key, key);
    }

    /// The definitions, ordered by name.
    Map<String, Object> definitions() {
        Map<String, Object> definitions = new TreeMap<>();
        shapes.definitions().forEach((key, definition) -> definitions.put(name(key), definition(definition)));
        return definitions;
    }

    private Map<String, Object> of(JsonShape shape) {
        return switch (shape) {
            case JsonShape.Plain(ScalarType type) -> PlainSchemas.of(type.className());
            case JsonShape.Bytes _ -> schema("type", "string", "contentEncoding", "base64");
            case JsonShape.Items(JsonShape item, boolean distinct) -> items(of(item), distinct);
            case JsonShape.Entries(JsonShape value, List<Constraint> keys) -> entries(value, keys);
            case JsonShape.Maybe(JsonShape value) -> maybe(of(value));
            case JsonShape.Constrained(JsonShape value, List<Constraint> constraints) ->
                constrain(of(value), constraints);
            case JsonShape.Unwrapped unwrapped -> of(unwrapped.value());
            case JsonShape.Anything _ -> schema();
            case JsonShape.Named(String key) -> schema("$ref", REFERENCE + name(key));
        };
    }

    private Map<String, Object> entries(JsonShape value, List<Constraint> keys) {
        Map<String, Object> schema = schema("type", "object", "additionalProperties", of(value));
        Map<String, Object> names = constrain(schema(), keys);
        if (!names.isEmpty()) {
            schema.put("propertyNames", names);
        }
        return schema;
    }

    static Map<String, Object> items(Map<String, Object> item, boolean distinct) {
        Map<String, Object> schema = schema("type", "array", "items", item);
        if (distinct) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    /// Adds what constraints ask for; of two bounds the closer one stays.
    static Map<String, Object> constrain(Map<String, Object> schema, List<Constraint> constraints) {
        for (Constraint constraint : constraints) {
            new TreeMap<>(constraint.schema())
                    .forEach((keyword, value) -> schema.merge(keyword, value, closer(keyword)));
        }
        return schema;
    }

    private static BinaryOperator<Object> closer(String keyword) {
        return (one, other) -> {
            boolean numbers = one instanceof Number && other instanceof Number;
            if (!numbers) {
                return keyword.equals("pattern") && other.equals("\\S") ? one : other;
            }
            int order = new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
            boolean largest = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
            return (order >= 0) == largest ? one : other;
        };
    }

    private static Map<String, Object> maybe(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
            return schema;
        }
        return schema.isEmpty() ? schema : schema("anyOf", List.of(schema, schema("type", "null")));
    }

    private Map<String, Object> definition(Definition definition) {
        Map<String, Object> schema = switch (definition) {
            case Definition.Structure structure -> structure(structure);
            case Definition.Choice choice -> choice(choice);
            case Definition.Constants constants -> schema("type", "string", "enum", constants.constants());
        };
        describe(schema, docs.of(definition.element()).whole());
        return schema;
    }

    private Map<String, Object> structure(Definition.Structure structure) {
        Docs.Doc doc = docs.of(structure.element());
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        structure.tag().ifPresent(tag -> {
            properties.put(tag.property(), schema("type", "string", "const", tag.value()));
            required.add(tag.property());
        });
        for (Definition.Property property : structure.properties()) {
            Map<String, Object> schema = of(property.shape());
            describe(schema, doc.parameter(property.component()));
            properties.put(property.name(), schema);
            if (property.required()) {
                required.add(property.name());
            }
        }
        return object(properties, required);
    }

    private Map<String, Object> choice(Definition.Choice choice) {
        List<Object> variants = new ArrayList<>();
        Map<String, Object> mapping = new LinkedHashMap<>();
        choice.variants().forEach((value, shape) -> {
            Map<String, Object> reference = of(shape);
            variants.add(reference);
            mapping.put(value, reference.getOrDefault("$ref", ""));
        });
        return schema(
                "oneOf", variants, "discriminator", schema("propertyName", choice.property(), "mapping", mapping));
    }

    /// An object of known properties.
    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = schema("type", "object");
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /// A schema of names and values in turn.
    static Map<String, Object> schema(Object... namesAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return schema;
    }

    /// Adds a description if there is one.
    static void describe(Map<String, Object> schema, String description) {
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
    }
}
