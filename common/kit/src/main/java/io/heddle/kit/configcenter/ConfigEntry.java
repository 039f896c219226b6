package io.heddle.kit.configcenter;

import tools.jackson.databind.node.ObjectNode;

/// What is published for a service under a name.
///
/// @param configName the name of the config; one that is named like a section of the service's settings fills it
/// @param service the service it is for
/// @param revision the release it is from
/// @param value the JSON object; shared, not to be changed
public record ConfigEntry(String configName, String service, long revision, ObjectNode value) {}
