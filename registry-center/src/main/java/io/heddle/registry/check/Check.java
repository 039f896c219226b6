package io.heddle.registry.check;

import io.heddle.registry.check.reach.Target;
import java.time.Duration;
import java.util.Optional;

/// What is to be done to know whether an instance is well.
///
/// @param id its name among the checks of the instance
/// @param target what is looked at; empty when somebody has to say that the instance is well, once in each interval
/// @param interval how often
/// @param timeout how long one look may take
/// @param deregisterAfter how long it may be critical before the instance is taken out
/// @param failures how many failures in a row make it critical
/// @param successes how many successes in a row make it well again
public record Check(
        String id,
        Optional<Target> target,
        Optional<Duration> interval,
        Optional<Duration> timeout,
        Optional<Duration> deregisterAfter,
        Optional<Integer> failures,
        Optional<Integer> successes) {}
