/// Compares the table of orders with the events of the sales, row by row, again and again. The door is
/// {@link io.heddle.seckill.order.audit.Reconciliation}. Stands on the room table and the contract of the room
/// activity.
@NullMarked
package io.heddle.seckill.order.audit;

import org.jspecify.annotations.NullMarked;
