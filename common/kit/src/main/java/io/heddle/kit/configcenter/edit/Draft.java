package io.heddle.kit.configcenter.edit;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// What is being edited.
///
/// @param base the revision of the release that it was made from, 0 for none
/// @param author who kept it
/// @param time when
/// @param value the JSON object
public record Draft(long base, String author, Instant time, ObjectNode value) {}
