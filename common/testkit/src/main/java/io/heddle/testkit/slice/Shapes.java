package io.heddle.testkit.slice;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Two schemas side by side, with the references of each followed in its own document.
record Shapes(JsonNode slice, JsonNode offer, List<String> differences) {
    private static final int MAX_DEPTH = 30;

    /// What the caller sends must be taken.
    void sent(String place, JsonNode wanted, JsonNode offered) {
        compare(place, wanted, offered, new Way(true, 0));
    }

    /// What the caller reads must be given.
    void received(String place, JsonNode wanted, JsonNode offered) {
        compare(place, wanted, offered, new Way(false, 0));
    }

    private record Way(boolean sent, int depth) {
        Way down() {
            return new Way(sent, depth + 1);
        }
    }

    /// Shapes that contain themselves are followed so far and no farther.
    private void compare(String place, JsonNode left, JsonNode right, Way way) {
        JsonNode wanted = followed(slice, left);
        JsonNode offered = followed(offer, right);
        if (wanted.isMissingNode() || way.depth() > MAX_DEPTH) {
            return;
        }
        if (offered.isMissingNode()) {
            differences.add(place + " is not there");
            return;
        }
        String type = type(wanted);
        if (!type.equals(type(offered))) {
            differences.add(place + " is " + type(offered) + ", not " + type);
            return;
        }
        compare(place + "[]", wanted.path("items"), offered.path("items"), way.down());
        properties(place, wanted, offered, way);
    }

    private void properties(String place, JsonNode wanted, JsonNode offered, Way way) {
        JsonNode has = offered.path("properties");
        wanted.path("properties")
                .propertyStream()
                .forEach(property -> compare(
                        place + '.' + property.getKey(), property.getValue(), has.path(property.getKey()), way.down()));
        if (way.sent()) {
            offered.path("required").forEach(name -> {
                if (wanted.path("properties").path(name.asString()).isMissingNode()) {
                    differences.add(place + '.' + name.asString() + " must be sent");
                }
            });
        }
    }

    private static String type(JsonNode schema) {
        String format = schema.path("format").asString("");
        JsonNode type = schema.path("type");
        String name = type.isMissingNode() ? "anything" : type.isArray() ? type.toString() : type.asString();
        return format.isEmpty() ? name : name + " (" + format + ')';
    }

    private static JsonNode followed(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : schema;
    }
}
