/// The model of a flash sale: its terms, what a claim comes to, and the events that a sale consists of. The door is
/// {@link io.heddle.seckill.sale.Stock}, which each engine implements. Stands on nothing.
@NullMarked
package io.heddle.seckill.sale;

import org.jspecify.annotations.NullMarked;
