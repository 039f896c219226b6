package io.heddle.kit.registry;

import java.util.List;
import java.util.Map;

/// What happened to the services that are watched.
///
/// @param revision what to ask from next time
/// @param full whether `services` is the whole truth about each service watched; otherwise it holds what came or
/// changed
/// @param services instances by the name of their service
/// @param gone the addresses of the instances that left, by the name of their service; empty when full
public record Changes(
        long revision, boolean full, Map<String, List<Instance>> services, Map<String, List<String>> gone) {
    /// Copies the collections in.
    public Changes {
        services = Map.copyOf(services);
        gone = Map.copyOf(gone);
    }

    /// Nothing happened up to that revision.
    public static Changes none(long revision) {
        return new Changes(revision, false, Map.of(), Map.of());
    }

    /// Whether there is nothing to do.
    public boolean empty() {
        return !full && services.isEmpty() && gone.isEmpty();
    }
}
