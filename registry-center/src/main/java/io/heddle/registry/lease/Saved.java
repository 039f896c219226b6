package io.heddle.registry.lease;

import io.heddle.kit.registry.Instance;
import io.heddle.registry.entry.Origin;
import java.util.Optional;

/// A lease as it is kept over a restart.
///
/// @param token its token, which stays valid
/// @param instance what it is the lease of
/// @param origin what a client of another protocol calls it, absent for our own
public record Saved(long token, Instance instance, Optional<Origin> origin) {}
