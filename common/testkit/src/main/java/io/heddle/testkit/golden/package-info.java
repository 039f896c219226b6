/// Files that are committed so that a change of what others see is seen. The door is {@link
/// io.heddle.testkit.golden.Golden}.
@NullMarked
package io.heddle.testkit.golden;

import org.jspecify.annotations.NullMarked;
