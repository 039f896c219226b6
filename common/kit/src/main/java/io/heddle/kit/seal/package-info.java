/// Secrets at rest: bytes sealed with AES-256-GCM, bound to what they belong to. The door is
/// {@link io.heddle.kit.seal.Seal}. Floor 0: stands on nothing of ours.
@NullMarked
package io.heddle.kit.seal;

import org.jspecify.annotations.NullMarked;
