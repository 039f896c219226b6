package io.heddle.testkit.slice;

import io.heddle.kit.openapi.OpenApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The part of a service that a caller uses, as an `@HttpApi` of its own, beside the OpenAPI document of that service.
///
/// A slice may read less than is offered and send less than is taken, if that was optional.
public final class Slice {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode slice;
    private final JsonNode offer;
    private final List<String> differences = new ArrayList<>();

    private Slice(JsonNode slice, JsonNode offer) {
        this.slice = slice;
        this.offer = offer;
    }

    /// What the caller expects and the service does not offer, a sentence each; empty when the slice holds.
    ///
    /// @param api the interface that the caller declares
    /// @param document the `openapi.json` of the service
    public static List<String> differences(Class<?> api, Path document) {
        return differences(
                MAPPER.readTree(OpenApi.of("slice", "0", List.of(api)).json()), MAPPER.readTree(document.toFile()));
    }

    /// The same of two documents.
    static List<String> differences(JsonNode slice, JsonNode offer) {
        Slice both = new Slice(slice, offer);
        both.compare();
        return List.copyOf(both.differences);
    }

    private void compare() {
        slice.path("paths")
                .propertyStream()
                .forEach(path ->
                        path.getValue().propertyStream().forEach(operation -> operation(path.getKey(), operation)));
    }

    private void operation(String path, Map.Entry<String, JsonNode> wanted) {
        String place = wanted.getKey().toUpperCase(Locale.ROOT) + ' ' + path;
        JsonNode offered = offer.path("paths").path(path).path(wanted.getKey());
        if (offered.isMissingNode()) {
            differences.add(place + " is not offered");
            return;
        }
        parameters(place, wanted.getValue(), offered);
        Shapes shapes = new Shapes(slice, offer, differences);
        shapes.sent(place + " body", body(wanted.getValue().path("requestBody")), body(offered.path("requestBody")));
        shapes.received(place + " answer", answer(wanted.getValue()), answer(offered));
    }

    private static JsonNode body(JsonNode holder) {
        return holder.path("content").path("application/json").path("schema");
    }

    private static JsonNode answer(JsonNode operation) {
        return body(operation.path("responses").path("200"));
    }

    private void parameters(String place, JsonNode wanted, JsonNode offered) {
        Map<String, JsonNode> known = byName(offered);
        Map<String, JsonNode> sent = byName(wanted);
        Shapes shapes = new Shapes(slice, offer, differences);
        sent.forEach((name, parameter) -> {
            if (known.containsKey(name)) {
                shapes.sent(
                        place + ' ' + name,
                        parameter.path("schema"),
                        known.getOrDefault(name, parameter).path("schema"));
            } else {
                differences.add(place + ' ' + name + " is not a parameter");
            }
        });
        known.forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean(false) && !sent.containsKey(name)) {
                differences.add(place + ' ' + name + " must be sent");
            }
        });
    }

    private static Map<String, JsonNode> byName(JsonNode operation) {
        Map<String, JsonNode> parameters = new HashMap<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.put(
                        parameter.path("in").asString() + " parameter "
                                + parameter.path("name").asString(),
                        parameter));
        return parameters;
    }
}
