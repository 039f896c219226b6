/// The orders: rows that follow from the events of the sales, listed, paid for and given back. The door is
/// {@link io.heddle.seckill.order.Orders}, its contract {@link io.heddle.seckill.order.OrderApi}. Stands on the
/// contract of the room activity; inside it the table, the flow of events into it, and the audit of both.
@NullMarked
package io.heddle.seckill.order;

import org.jspecify.annotations.NullMarked;
