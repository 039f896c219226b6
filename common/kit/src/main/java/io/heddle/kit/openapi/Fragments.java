package io.heddle.kit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Merges the fragments of contracts into one document.
final class Fragments {
    private static final String SHARED = """
            {"Error":{"type":"object","required":["code","message","status_code"],"properties":{
              "code":{"description":"The stable code.","type":["integer","string"]},
              "message":{"description":"A sentence for the caller.","type":"string"},
              "error":{"description":"The fields that were wrong.","type":"array","items":{"type":"object",
                "required":["field","message"],
                "properties":{"field":{"type":"string"},"message":{"type":"string"}}}},
              "status_code":{"description":"The HTTP status.","type":"integer"}}},
             "Pagination":{"type":"object","required":["total","page","limit"],"properties":{
              "total":{"description":"How many items there are on all pages.","type":"integer","format":"int64"},
              "page":{"description":"The number of this page, from 1.","type":"integer","format":"int32"},
              "limit":{"description":"The most items a page holds.","type":"integer","format":"int32"}}}}
            """;

    private final JsonMapper mapper = new JsonMapper();

    ObjectNode merge(String title, String version, List<Class<?>> contracts) {
        ObjectNode document = mapper.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", title).put("version", version);
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security");
        ArrayNode tags = document.putArray("tags");
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (Class<?> contract : contracts) {
            JsonNode fragment = read(contract);
            fragment.path("tags").forEach(tags::add);
            for (Map.Entry<String, JsonNode> path : fragment.path("paths").properties()) {
                ObjectNode there =
                        paths.get(path.getKey()) instanceof ObjectNode known ? known : paths.putObject(path.getKey());
                addAll(there, path.getValue(), "path " + path.getKey());
            }
            addAll(schemas, fragment.path("components").path("schemas"), "schema");
        }
        addShared(document, schemas);
        return document;
    }

    /// What all contracts refer to, as far as they do.
    private void addShared(ObjectNode document, ObjectNode schemas) {
        String text = document.toString();
        ObjectNode wanted = mapper.createObjectNode();
        for (Map.Entry<String, JsonNode> schema : mapper.readTree(SHARED).properties()) {
            if (text.contains("\"#/components/schemas/" + schema.getKey() + '"')) {
                wanted.set(schema.getKey(), schema.getValue());
            }
        }
        addAll(schemas, wanted, "schema");
    }

    private JsonNode read(Class<?> contract) {
        String resource = "META-INF/heddle/" + contract.getCanonicalName() + ".openapi.json";
        try (InputStream in = contract.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(contract.getName()
                        + " has no OpenAPI fragment: is it an @HttpApi that was compiled with the processor?");
            }
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addAll(ObjectNode target, JsonNode more, String what) {
        for (Map.Entry<String, JsonNode> entry : more.properties()) {
            JsonNode there = target.get(entry.getKey());
            if (there == null) {
                target.set(entry.getKey(), entry.getValue());
            } else if (!wordless(there).equals(wordless(entry.getValue()))) {
                throw new IllegalArgumentException(
                        "two contracts describe the " + what + " " + entry.getKey() + " differently");
            }
        }
    }

    /// A type of another module has lost its docs by the time that a contract refers to it.
    private static JsonNode wordless(JsonNode node) {
        JsonNode copy = node.deepCopy();
        Deque<JsonNode> left = new ArrayDeque<>(List.of(copy));
        while (!left.isEmpty()) {
            JsonNode some = left.pop();
            if (some instanceof ObjectNode object && object.path("description").isString()) {
                object.remove("description");
            }
            some.values().forEach(left::push);
        }
        return copy;
    }
}
