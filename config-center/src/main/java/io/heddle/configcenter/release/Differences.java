package io.heddle.configcenter.release;

import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.schema.Schemas;
import io.heddle.contract.log.SecretNames;
import io.heddle.kit.configcenter.edit.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Compares two values place by place. That a secret differs is told; what it is, is not.
final class Differences {
    private final Set<JsonPointer> secrets;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Set<JsonPointer> secrets) {
        this.secrets = secrets;
    }

    /// @param sealed where one or the other is secret, whatever the schema says
    static List<Difference> between(JsonNode before, JsonNode after, JsonNode schema, Set<JsonPointer> sealed) {
        Set<JsonPointer> secrets = new HashSet<>(sealed);
        secrets.addAll(Schemas.secrets(schema, before));
        secrets.addAll(Schemas.secrets(schema, after));
        Differences differences = new Differences(secrets);
        differences.walk(JsonPointer.empty(), before, after);
        return List.copyOf(differences.found);
    }

    private void walk(JsonPointer at, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (secrets.contains(at)) {
            add(at, before, after);
        } else if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> walk(at.appendProperty(name), before.path(name), after.path(name)));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                walk(at.appendIndex(i), before.path(i), after.path(i));
            }
        } else {
            add(at, before, after);
        }
    }

    private void add(JsonPointer at, JsonNode before, JsonNode after) {
        found.add(new Difference(at.toString(), shown(at, before), shown(at, after)));
    }

    private Optional<JsonNode> shown(JsonPointer at, JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(secrets.contains(at) ? StringNode.valueOf(SecretNames.MASK) : masked(at, node));
    }

    /// A place that came or went as a whole may have secrets further in.
    private JsonNode masked(JsonPointer at, JsonNode node) {
        JsonNode copy = node.deepCopy();
        for (JsonPointer secret : secrets) {
            String inner = secret.toString().startsWith(at + "/")
                    ? secret.toString().substring(at.toString().length())
                    : "";
            if (!inner.isEmpty() && !copy.at(inner).isMissingNode()) {
                Values.replace(copy, JsonPointer.compile(inner), StringNode.valueOf(SecretNames.MASK));
            }
        }
        return copy;
    }
}
