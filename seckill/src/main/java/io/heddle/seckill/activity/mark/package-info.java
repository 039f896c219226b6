/// How far the events of each sale are in the table of orders, kept in this service's own table, and what it tells: a
/// journal that is behind it is not the one that the orders came from. The door is
/// {@link io.heddle.seckill.activity.mark.AppliedMarks}. Stands on the rooms sale and tables.
@NullMarked
package io.heddle.seckill.activity.mark;

import org.jspecify.annotations.NullMarked;
