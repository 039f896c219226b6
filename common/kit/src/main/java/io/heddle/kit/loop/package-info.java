/// Work that is done again and again for as long as a process runs. The door is {@link io.heddle.kit.loop.Loop}.
/// Floor 3: stands on `pace`.
@NullMarked
package io.heddle.kit.loop;

import org.jspecify.annotations.NullMarked;
