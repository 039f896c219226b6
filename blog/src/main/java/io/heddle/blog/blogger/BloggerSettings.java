package io.heddle.blog.blogger;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;

/// How passwords are hashed.
///
/// @param cost the work of bcrypt, as a power of two
/// @param hashing how many passwords are hashed at the same time; the others wait
public record BloggerSettings(
        @Default("10") @Bounds(min = 4, max = 16) int cost,
        @Default("2") @Bounds(min = 1, max = 64) int hashing) {}
