/// The tables of a service, which come when their database does: a service starts without it and waits. The door is
/// {@link io.heddle.seckill.tables.Tables}. Stands on nothing.
@NullMarked
package io.heddle.seckill.tables;

import org.jspecify.annotations.NullMarked;
