package io.heddle.bench.cast;

import java.time.Duration;

/// One kill.
///
/// @param victim who
/// @param back how long it took until it answered again
public record Kill(String victim, Duration back) {}
