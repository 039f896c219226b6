package io.heddle.registry.snapshot;

import io.heddle.registry.lease.Saved;
import java.util.List;

/// The state of a registry as it was written.
///
/// @param revision the last revision that was given out by then
/// @param tokenKey the key of the tokens
/// @param leases all leases
public record Kept(long revision, long tokenKey, List<Saved> leases) {
    /// Copies the list in.
    public Kept {
        leases = List.copyOf(leases);
    }
}
