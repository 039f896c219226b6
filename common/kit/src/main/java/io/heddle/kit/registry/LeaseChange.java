package io.heddle.kit.registry;

import java.util.Optional;

/// What the holder of a lease changes; what is absent stays.
///
/// @param status UP, DRAINING or DOWN
/// @param weight 0 to 1000
public record LeaseChange(Optional<InstanceStatus> status, Optional<Integer> weight) {}
