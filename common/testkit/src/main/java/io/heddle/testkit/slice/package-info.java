/// Holds the slice of a service that a caller declares to the document that the service has committed. The door is
/// {@link io.heddle.testkit.slice.Slice}.
@NullMarked
package io.heddle.testkit.slice;

import org.jspecify.annotations.NullMarked;
