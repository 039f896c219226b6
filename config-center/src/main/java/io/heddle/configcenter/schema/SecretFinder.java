package io.heddle.configcenter.schema;

import io.heddle.contract.log.SecretNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Walks a value and its schema side by side. A node that is secret hides all that is in it.
final class SecretFinder {
    private static final List<String> TOGETHER = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> ALSO = List.of("then", "else");
    private static final int MOST_HOPS = 32;

    private final JsonNode root;
    private final Patience patience = new Patience();
    private final Set<JsonPointer> found = new LinkedHashSet<>();

    SecretFinder(JsonNode root) {
        this.root = root;
    }

    Set<JsonPointer> find(JsonNode value) {
        walk(JsonPointer.empty(), "", value, List.of(root));
        return found;
    }

    private void walk(JsonPointer at, String name, JsonNode value, List<JsonNode> schemas) {
        if (value.isNull()) {
            return;
        }
        Set<JsonNode> all = new LinkedHashSet<>();
        schemas.forEach(schema -> gather(schema, all, 0));
        if (!at.matches() && (SecretNames.matches(name) || all.stream().anyMatch(SecretFinder::marked))) {
            found.add(at);
            return;
        }
        value.properties()
                .forEach(property -> walk(
                        at.appendProperty(property.getKey()),
                        property.getKey(),
                        property.getValue(),
                        all.stream()
                                .flatMap(schema -> ofProperty(schema, property.getKey()))
                                .toList()));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            walk(at.appendIndex(i), "", value.get(i), ofItem(all, i));
        }
    }

    private static boolean marked(JsonNode schema) {
        return schema.path("writeOnly").asBoolean(false)
                || schema.path("format").asString("").equals("password");
    }

    /// A schema with all that it refers to and is put together from.
    private void gather(JsonNode schema, Set<JsonNode> all, int hops) {
        if (!schema.isObject() || hops > MOST_HOPS || !all.add(schema)) {
            return;
        }
        String reference = schema.path("$ref").asString("");
        if (reference.equals("#")) {
            gather(root, all, hops + 1);
        } else if (reference.startsWith("#/")) {
            gather(root.at(reference.substring(1)), all, hops + 1);
        }
        TOGETHER.forEach(word -> schema.path(word).forEach(part -> gather(part, all, hops + 1)));
        ALSO.forEach(word -> gather(schema.path(word), all, hops + 1));
    }

    private Stream<JsonNode> ofProperty(JsonNode schema, String name) {
        JsonNode own = schema.path("properties").path(name);
        JsonNode others = schema.path("additionalProperties");
        var patterns = schema.path("patternProperties").properties().stream()
                .filter(pattern -> finds(pattern.getKey(), name))
                .map(Map.Entry::getValue);
        return Stream.concat(Stream.of(own, own.isMissingNode() ? others : own), patterns);
    }

    private boolean finds(String pattern, String name) {
        try {
            return patience.finds(Pattern.compile(pattern), name);
        } catch (PatternSyntaxException | Patience.SpentException | StackOverflowError e) {
            return true; // What cannot be told apart is hidden rather than shown.
        }
    }

    private static List<JsonNode> ofItem(Set<JsonNode> schemas, int index) {
        return schemas.stream()
                .flatMap(schema -> Stream.of(
                        schema.path("items"), schema.path("prefixItems").path(index)))
                .toList();
    }
}
