package io.heddle.kit.configcenter.edit;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What is to be published.
///
/// @param value the JSON object; the draft when absent
/// @param base the revision of the release that it was made from; that of the draft when absent, and the present
///     one for a value
/// @param comment why
public record Publication(Optional<ObjectNode> value, Optional<Long> base, Optional<String> comment) {
    /// The draft.
    public static Publication ofDraft() {
        return new Publication(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A value, whatever is published now.
    public static Publication of(ObjectNode value) {
        return new Publication(Optional.of(value), Optional.empty(), Optional.empty());
    }

    /// The same, unless another release came after that one.
    public Publication on(long revision) {
        return new Publication(value, Optional.of(revision), comment);
    }

    /// An old release that is to hold again.
    ///
    /// @param revision the revision of the old release
    /// @param base the revision of the release that it is to follow; the present one when absent
    /// @param comment why
    public record Return(long revision, Optional<Long> base, Optional<String> comment) {}
}
