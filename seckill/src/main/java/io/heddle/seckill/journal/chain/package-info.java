/// What stands in the entries of a journal: the bytes of an event, and a hash that proves its place. The door is
/// {@link io.heddle.seckill.journal.chain.Chain}. Stands on `sale` and `journal`.
@NullMarked
package io.heddle.seckill.journal.chain;

import org.jspecify.annotations.NullMarked;
