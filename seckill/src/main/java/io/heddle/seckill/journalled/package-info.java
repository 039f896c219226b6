/// The engine that decides in memory and tells what is on disk: one lock around a fold of events, one thread that
/// writes what was decided since its last write. The door is {@link
/// io.heddle.seckill.journalled.JournalledStock}. Stands on `sale` and `journal`.
@NullMarked
package io.heddle.seckill.journalled;

import org.jspecify.annotations.NullMarked;
