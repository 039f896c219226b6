package io.heddle.registry.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What many instances have in common; equal ones are shared.
///
/// @param zone where it runs, empty when unknown
/// @param version of the service, empty when unknown
/// @param ttl how long it lives without a beat; zero for one that stays until it is taken out
/// @param metadata free names and values
/// @param methods what it offers
public record Details(String zone, String version, Duration ttl, Map<String, String> metadata, List<String> methods) {
    /// Copies the collections in.
    public Details {
        metadata = Map.copyOf(metadata);
        methods = List.copyOf(methods);
    }
}
