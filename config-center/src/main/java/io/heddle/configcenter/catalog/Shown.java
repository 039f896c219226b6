package io.heddle.configcenter.catalog;

import io.heddle.configcenter.entry.EntryKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An entry as readers get it.
///
/// @param key what names it
/// @param changed the revision at which readers last got something else
/// @param released what all get, absent when nothing is published
/// @param gray what some get in its place
/// @param labels the labels of those
/// @param instances the names of those
public record Shown(
        EntryKey key,
        long changed,
        Optional<Content> released,
        Optional<Content> gray,
        Set<String> labels,
        Set<String> instances) {
    /// Whether those who own its secrets can be told them at this node.
    boolean readable() {
        return Stream.of(released, gray).flatMap(Optional::stream).allMatch(Content::readable);
    }

    /// What an instance gets.
    Optional<Content> content(String label, String instance) {
        boolean some = labels.contains(label) || instances.contains(instance);
        return some && gray.isPresent() ? gray : released;
    }
}
