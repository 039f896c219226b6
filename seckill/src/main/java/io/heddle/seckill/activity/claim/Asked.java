package io.heddle.seckill.activity.claim;

import io.heddle.seckill.sale.UserId;

/// Who asks.
///
/// @param user who
/// @param number whether it was said as a number, and is answered as one
record Asked(UserId user, boolean number) {}
