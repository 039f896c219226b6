package io.heddle.configcenter.kv;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All properties of a service as one JSON object, which is YAML, too: for clients that are set to that format.
final class Document {
    /// The key that such clients read.
    static final String NAME = "data";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode properties = MAPPER.createObjectNode();

    void add(String name, JsonNode value) {
        properties.set(name, value);
    }

    byte[] bytes() {
        return MAPPER.writeValueAsBytes(properties);
    }
}
