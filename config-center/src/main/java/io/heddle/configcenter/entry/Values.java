package io.heddle.configcenter.entry;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Values of entries: JSON objects of a bounded size.
public final class Values {
    private static final JsonType<ObjectNode> OBJECT = new JsonType<>() {};
    private static final Json JSON = Json.strict();
    private static final int MAX_SCALE = 400;

    private Values() {}

    /// Refuses a value that nobody could read.
    ///
    /// @throws ServiceException 422 naming the path
    public static void check(ObjectNode value, int maxBytes) {
        each(value, (pointer, node) -> {
            if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MAX_SCALE) {
                throw unprocessable(
                        List.of(new Violation(pointer.toString(), "must have an exponent that is smaller")));
            }
        });
        if (bytes(value).length > maxBytes) {
            throw unprocessable(List.of(new Violation("value", "must be at most " + maxBytes + " bytes of JSON")));
        }
    }

    /// A 422 with all violations by their paths.
    public static ServiceException unprocessable(List<Violation> violations) {
        Violation first = violations.getFirst();
        return new ServiceException(
                Status.UNPROCESSABLE_CONTENT, "invalid_value", first.field() + " " + first.message(), violations);
    }

    /// The value as JSON.
    public static byte[] bytes(ObjectNode value) {
        return JSON.write(OBJECT, value);
    }

    /// The value as JSON text.
    public static String text(ObjectNode value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /// Reads a value.
    ///
    /// @throws ServiceException 400 when it is no JSON object
    public static ObjectNode read(byte[] json) {
        return JSON.read(OBJECT, json);
    }

    /// Shows every node inside a value with where it is; the outer ones first.
    public static void each(JsonNode value, BiConsumer<JsonPointer, JsonNode> each) {
        each(JsonPointer.empty(), value, each);
    }

    private static void each(JsonPointer at, JsonNode node, BiConsumer<JsonPointer, JsonNode> each) {
        if (!at.matches()) {
            each.accept(at, node);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> each(at.appendProperty(property.getKey()), property.getValue(), each));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            each(at.appendIndex(i), node.get(i), each);
        }
    }

    /// Puts another node in place of one; the tree is changed.
    public static void replace(JsonNode tree, JsonPointer at, JsonNode node) {
        JsonPointer last = at.last();
        switch (tree.at(at.head())) {
            case ObjectNode parent -> parent.set(last.getMatchingProperty(), node);
            case ArrayNode parent -> parent.set(last.getMatchingIndex(), node);
            default -> throw new IllegalArgumentException(at + " is not there");
        }
    }
}
