package io.heddle.kit.configcenter.edit;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// An entry as its editors see it.
///
/// @param config the name of the config
/// @param service the service that it is for
/// @param label the label of the instances that it is for, empty for all
/// @param revision the revision of the release that holds, 0 when there was none
/// @param author who made that release, empty when there was none
/// @param time when
/// @param value what is published; absent when nothing is, and in lists
/// @param draft whether something is being edited
/// @param gray the gray release, if there is one
public record EntryInfo(
        String config,
        String service,
        String label,
        long revision,
        String author,
        Optional<Instant> time,
        Optional<ObjectNode> value,
        boolean draft,
        Optional<Gray> gray) {}
