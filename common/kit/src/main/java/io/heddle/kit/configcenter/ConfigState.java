package io.heddle.kit.configcenter;

import java.util.List;

/// All entries that were asked for, as of a revision.
///
/// @param revision what to ask from next time
/// @param changed whether something happened; otherwise there are no entries here and what was told last holds
/// @param entries what is published, the whole of it
public record ConfigState(long revision, boolean changed, List<ConfigEntry> entries) {
    /// Copies the entries in.
    public ConfigState {
        entries = List.copyOf(entries);
    }

    /// Nothing happened up to that revision.
    public static ConfigState unchanged(long revision) {
        return new ConfigState(revision, false, List.of());
    }
}
