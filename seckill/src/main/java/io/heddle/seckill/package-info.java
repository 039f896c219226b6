/// The flash sale: product, activity and order. The door is {@link io.heddle.seckill.Seckill}, which starts one of
/// them.
@NullMarked
package io.heddle.seckill;

import org.jspecify.annotations.NullMarked;
