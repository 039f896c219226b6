/// How a loop that talks to another process waits: with jitter, longer after each failure, and until it is nudged.
/// The door is {@link io.heddle.kit.pace.Pacer}. Floor 2: stands on nothing of ours.
@NullMarked
package io.heddle.kit.pace;

import org.jspecify.annotations.NullMarked;
