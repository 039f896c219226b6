package io.heddle.seckill.sale;

import java.time.Instant;

/// One win and what became of it.
///
/// @param id its number
/// @param user who won
/// @param won when
/// @param payBy until when it must be paid for
/// @param standing what became of it
/// @param asOf the number of the last event of the sale that is taken into account
public record Order(OrderId id, UserId user, Instant won, Instant payBy, Standing standing, long asOf) {}
