package io.heddle.kit.configcenter.edit;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What was published once. It never changes.
///
/// @param revision what names it: the revision that it made
/// @param kind how it came about
/// @param author who made it
/// @param time when
/// @param comment why, empty when nobody said
/// @param value the JSON object, absent when the entry was deleted
public record Release(
        long revision, Kind kind, String author, Instant time, String comment, Optional<ObjectNode> value) {
    /// How a release came about.
    public enum Kind {
        /// From a draft or a value.
        PUBLISH,
        /// An old one again.
        ROLLBACK,
        /// A gray one for all.
        PROMOTE,
        /// From a file.
        IMPORT,
        /// The end of the entry.
        DELETE
    }
}
