package io.heddle.configcenter.secret;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/// A value as it is kept: its secrets are masked, and sealed beside it.
///
/// @param shown the JSON object with masks
/// @param sealed what the masks stand for, by JSON Pointers
public record Concealed(ObjectNode shown, Map<String, String> sealed) {
    /// Copies the map in.
    public Concealed {
        sealed = Map.copyOf(sealed);
    }

    /// Where it is secret, and stays so whatever a schema says later.
    public Set<JsonPointer> places() {
        return sealed.keySet().stream().map(JsonPointer::compile).collect(Collectors.toUnmodifiableSet());
    }
}
