/// Work that is done again and again for as long as a service runs. The door is {@link io.heddle.seckill.loop.Loop}.
/// Stands on nothing.
@NullMarked
package io.heddle.seckill.loop;

import org.jspecify.annotations.NullMarked;
