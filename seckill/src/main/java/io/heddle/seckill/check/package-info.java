/// Judges what a sale did: who asked for what and when, what was answered, and whether the events of the sale allow
/// it. The door is {@link io.heddle.seckill.check.History}, which records operations from many threads and judges
/// them. Used by tests, by the simulation and by `heddle prove`. Stands on `sale`.
@NullMarked
package io.heddle.seckill.check;

import org.jspecify.annotations.NullMarked;
