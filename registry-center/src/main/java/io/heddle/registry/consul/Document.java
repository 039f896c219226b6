package io.heddle.registry.consul;

import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.registry.check.Check;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.foreign.Said;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What a client said beyond what an entry holds, kept as JSON.
///
/// @param said all of it
record Document(Said said) {
    static final String FACADE = "consul";

    private static final JsonType<Map<String, Object>> OBJECT = new JsonType<>() {};
    private static final Json JSON = Json.tolerant();

    static Document of(Entry entry) {
        return new Document(Said.read(entry.origin().document().getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Map<String, Object> fields) {
        return new String(JSON.write(OBJECT, fields), StandardCharsets.UTF_8);
    }

    /// The checks of an instance that came through this facade, none of another.
    static List<Check> checks(Entry entry) {
        return entry.origin().of(FACADE)
                ? of(entry).definitions().stream()
                        .map(definition -> new CheckSaid(definition).check())
                        .toList()
                : List.of();
    }

    List<Said> definitions() {
        return said.objects("Checks");
    }

    List<String> tags() {
        return said.texts("Tags");
    }
}
