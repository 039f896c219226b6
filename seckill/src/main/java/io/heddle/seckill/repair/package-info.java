/// What a person does with the journal of a sale that is not running: read it, keep what is sound of a damaged one, or
/// make one from the orders. The door is {@link io.heddle.seckill.repair.Repair}. Stands on all services, whose
/// settings and contracts it uses.
@NullMarked
package io.heddle.seckill.repair;

import org.jspecify.annotations.NullMarked;
