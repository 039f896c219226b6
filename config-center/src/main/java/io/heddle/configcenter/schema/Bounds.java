package io.heddle.configcenter.schema;

import io.heddle.contract.error.Violation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Looks at what no meta-schema forbids: references that lead out of a schema or in a circle, schemas that unfold
/// without end, and what is no regular expression.
final class Bounds {
    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");
    private static final List<String> IN_PLACE = List.of("not", "if", "then", "else");
    private static final List<String> IN_PLACE_ALL = List.of("allOf", "anyOf", "oneOf", "dependentSchemas");
    private static final int MOST_PARTS = 10_000;

    private final JsonNode root;
    private final List<Violation> violations = new ArrayList<>();
    private final IdentityHashMap<JsonNode, Integer> parts = new IdentityHashMap<>();

    private Bounds(JsonNode root) {
        this.root = root;
    }

    static List<Violation> violations(JsonNode schema) {
        Bounds bounds = new Bounds(schema);
        bounds.walk(JsonPointer.empty(), schema);
        if (bounds.violations.isEmpty()) {
            bounds.unfold(JsonPointer.empty(), schema);
        }
        return List.copyOf(bounds.violations);
    }

    private void walk(JsonPointer at, JsonNode node) {
        node.properties().forEach(property -> {
            JsonPointer inner = at.appendProperty(property.getKey());
            word(inner, property.getKey(), property.getValue());
            walk(inner, property.getValue());
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(at.appendIndex(i), node.get(i));
        }
    }

    private void word(JsonPointer at, String word, JsonNode value) {
        if (value.isString() && REFERENCES.contains(word)) {
            String reference = value.asString();
            demand(
                    reference.equals("#") || reference.startsWith("#/"),
                    at,
                    "must begin with #/, for nothing is loaded");
        } else if (value.isString() && word.equals("pattern")) {
            demand(Patience.valid(value.asString()), at, "must be a regular expression");
        } else if (word.equals("patternProperties")) {
            value.propertyNames()
                    .forEach(name -> demand(
                            Patience.valid(name), at.appendProperty(name), "must be named by a regular expression"));
        }
    }

    private void demand(boolean holds, JsonPointer at, String message) {
        if (!holds) {
            violations.add(new Violation(at.toString(), message));
        }
    }

    /// Each schema in the tree, wherever a value may meet it first.
    private void unfold(JsonPointer at, JsonNode node) {
        if (violations.isEmpty()) {
            demand(parts(node) < MOST_PARTS, at, "must not refer to itself, nor unfold into 10000 schemas");
        }
        node.properties().forEach(property -> unfold(at.appendProperty(property.getKey()), property.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            unfold(at.appendIndex(i), node.get(i));
        }
    }

    /// How many schemas look at one place of a value; as many as may be when it goes in a circle.
    private int parts(JsonNode schema) {
        Integer known = parts.putIfAbsent(schema, MOST_PARTS);
        if (known != null) {
            return known;
        }
        int sum = 1;
        for (JsonNode part : inPlace(schema)) {
            sum = Math.min(MOST_PARTS, sum + parts(part));
        }
        parts.put(schema, sum);
        return sum;
    }

    private List<JsonNode> inPlace(JsonNode schema) {
        Stream<JsonNode> referred = REFERENCES.stream()
                .map(word -> schema.path(word).asString(""))
                .filter(reference -> reference.startsWith("#"))
                .map(reference -> root.at(reference.substring(1)));
        Stream<JsonNode> single = IN_PLACE.stream().map(schema::path);
        Stream<JsonNode> several = IN_PLACE_ALL.stream().flatMap(word -> schema.path(word).values().stream());
        return Stream.of(referred, single, several)
                .flatMap(found -> found)
                .filter(JsonNode::isObject)
                .toList();
    }
}
