package io.heddle.kit.configcenter.edit;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is exported and imported.
///
/// @param schemas the JSON Schemas by the names of their configs
/// @param entries the entries; a masked secret keeps the one that is there
public record Bundle(Map<String, JsonNode> schemas, List<Item> entries) {
    /// Copies the collections in.
    public Bundle {
        schemas = Map.copyOf(schemas);
        entries = List.copyOf(entries);
    }

    /// An entry.
    ///
    /// @param config the name of the config
    /// @param service the service, with `@{label}` behind it when it is for a label
    /// @param value the JSON object
    public record Item(String config, String service, ObjectNode value) {}

    /// What came of an import.
    ///
    /// @param published the entries of which there is another release now, as `{config}/{service}`
    /// @param unchanged the entries that were as they are
    public record Loaded(List<String> published, List<String> unchanged) {
        /// Copies the lists in.
        public Loaded {
            published = List.copyOf(published);
            unchanged = List.copyOf(unchanged);
        }
    }
}
