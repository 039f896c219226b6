/// The table of orders and how far it follows each sale, which change in one transaction. The door is
/// {@link io.heddle.seckill.order.table.OrderStore}. Stands on the contract of the room activity.
@NullMarked
package io.heddle.seckill.order.table;

import org.jspecify.annotations.NullMarked;
