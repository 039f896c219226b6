package io.heddle.registry.check;

import io.heddle.registry.check.reach.Health;

/// How a check stands.
///
/// @param id which check
/// @param health what it says
/// @param output why, for people
public record State(String id, Health health, String output) {}
