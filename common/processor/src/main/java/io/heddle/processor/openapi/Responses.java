package io.heddle.processor.openapi;

import io.heddle.processor.model.FailureType;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the answers of an operation.
final class Responses {
    private static final Map<String, Object> ERROR_BODY =
            Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/Error")));

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> of(Operation operation) {
        Result result = operation.result();
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(result.kind() == Result.Kind.REPLY ? "2XX" : "200", success(result));
        if (result.kind() == Result.Kind.PREPARED) {
            responses.put("304", Map.of("description", "Not modified"));
        }
        Map<String, String> failures = new TreeMap<>();
        if (result.kind() == Result.Kind.OPTIONAL) {
            failures.put("404", "Not found");
        }
        for (FailureType failure : operation.failures()) {
            failures.merge(
                    Integer.toString(failure.status().code()), failure.code(), (some, more) -> some + ", " + more);
        }
        failures.forEach((status, about) -> responses.put(status, error(about)));
        responses.put("default", error("Error"));
        return responses;
    }

    private static Map<String, Object> error(String description) {
        return Schemas.schema("description", description, "content", ERROR_BODY);
    }

    private Map<String, Object> success(Result result) {
        Map<String, Object> data = result.json().map(schemas::of).orElseGet(() -> Schemas.schema("type", "null"));
        return switch (result.kind()) {
            case NOTHING, VALUE, OPTIONAL, PREPARED, REPLY -> envelope(data, Map.of());
            case PAGE -> envelope(Schemas.items(data, false), Map.of("pagination", pagination()));
            case BYTES, BYTE_STREAM -> body("application/octet-stream", Schemas.schema());
            case LINES -> body("application/x-ndjson", data);
            case EVENTS -> body("text/event-stream", data);
        };
    }

    private static Map<String, Object> envelope(Map<String, Object> data, Map<String, Object> more) {
        Map<String, Object> properties =
                Schemas.schema("code", Schemas.schema("type", "integer", "const", 0), "data", data);
        properties.putAll(more);
        return body("application/json", Schemas.object(properties, List.copyOf(properties.keySet())));
    }

    private static Map<String, Object> pagination() {
        Map<String, Object> properties = Schemas.schema(
                "total",
                PlainSchemas.of("java.lang.Long"),
                "page",
                PlainSchemas.of("java.lang.Integer"),
                "limit",
                PlainSchemas.of("java.lang.Integer"));
        return Schemas.object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> body(String mediaType, Map<String, Object> schema) {
        return Schemas.schema("description", "OK", "content", Map.of(mediaType, Map.of("schema", schema)));
    }
}
