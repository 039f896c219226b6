/// What generated code checks values with, and collects what is wrong. The door is {@link io.heddle.kit.check.Checks}.
/// Stands on the contract alone.
@NullMarked
package io.heddle.kit.check;

import org.jspecify.annotations.NullMarked;
