/// Brings the events of the sales into the table of orders: pulled over HTTP, applied once, in order, whatever is away
/// for a while. The door is {@link io.heddle.seckill.order.flow.Materialiser}. Stands on the room table and the
/// contract of the room activity.
@NullMarked
package io.heddle.seckill.order.flow;

import org.jspecify.annotations.NullMarked;
