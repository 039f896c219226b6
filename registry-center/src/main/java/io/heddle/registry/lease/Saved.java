package io.heddle.registry.lease;

import io.heddle.kit.registry.Instance;

/// A lease as it is kept over a restart.
///
/// @param token its token, which stays valid
/// @param instance what it is the lease of
public record Saved(long token, Instance instance) {}
