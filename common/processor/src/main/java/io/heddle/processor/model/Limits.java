package io.heddle.processor.model;

import java.time.Duration;
import java.util.Optional;

/// What the annotations of a method say of time and tries.
///
/// @param timeout all tries together
/// @param perTry one try
/// @param attempts tries in all
/// @param hedgeAfter how long to wait before a second request goes out beside the first
public record Limits(
        Optional<Duration> timeout,
        Optional<Duration> perTry,
        Optional<Integer> attempts,
        Optional<Duration> hedgeAfter) {}
