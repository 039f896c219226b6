/// Looks again and again for units whose time to pay is over, for engines that leave their state elsewhere. The door
/// is {@link io.heddle.seckill.sweep.Sweeper}. Stands on nothing.
@NullMarked
package io.heddle.seckill.sweep;

import org.jspecify.annotations.NullMarked;
