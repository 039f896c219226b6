package io.heddle.kit.configcenter.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A value that some have in place of what is published.
///
/// @param labels the labels of the instances that have it
/// @param instances the names of single instances that have it
/// @param revision what it made
/// @param author who began it
/// @param time when
/// @param value the JSON object
public record Gray(
        List<String> labels, List<String> instances, long revision, String author, Instant time, ObjectNode value) {
    /// Copies the lists in.
    public Gray {
        labels = List.copyOf(labels);
        instances = List.copyOf(instances);
    }

    /// What is to be given to some.
    ///
    /// @param labels the labels of the instances that get it
    /// @param instances the names of single instances that get it
    /// @param value the JSON object; the draft when absent
    public record Start(Optional<List<String>> labels, Optional<List<String>> instances, Optional<ObjectNode> value) {}
}
