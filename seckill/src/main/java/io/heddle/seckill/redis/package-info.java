/// The sale in Redis or Valkey: one Lua script for each decision, on keys of one hash slot for each sale
/// (`sk:{42}:cfg`, `:won`, `:pos`, and the stream `:log` whose ids are the numbers of the events). The door is {@link
/// io.heddle.seckill.redis.RedisStock}. Stands on `sale`.
///
/// What it promises is what one Redis with `appendonly yes` and `appendfsync always` promises: an answer is sent after
/// the log of Redis is on its disk, so it survives the kill of any one process. It does **not** promise more:
///
/// - A replica that is promoted may lack the last wins, because Redis replicates after it has answered. Wins that
///   were told are lost then. That is noticed, not prevented: a sale whose sequence goes back against what this
///   process has seen, or was told by {@link io.heddle.seckill.redis.RedisStock#requireAtLeast}, is frozen.
/// - The settings of Redis are looked at when the stock is opened. Who changes them later, or deletes or evicts
///   keys, takes the promise away.
/// - A disk that acknowledges writes that it does not keep loses them here too.
@NullMarked
package io.heddle.seckill.redis;

import org.jspecify.annotations.NullMarked;
