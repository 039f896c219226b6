package io.heddle.kit.configcenter.edit;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One place where two values differ.
///
/// @param path a JSON Pointer (RFC 6901)
/// @param before what was there, absent when nothing was
/// @param after what is there, absent when nothing is
public record Difference(String path, Optional<JsonNode> before, Optional<JsonNode> after) {}
