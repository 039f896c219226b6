/// A bounded load on one address, whose every answer is counted. The door is {@link io.heddle.testkit.load.Load}.
/// Stands on the kit's http1.
@NullMarked
package io.heddle.testkit.load;

import org.jspecify.annotations.NullMarked;
