/// The body of a request, counted against its limit. The door is {@link io.heddle.kit.server.body.RequestBody}.
/// Stands on Helidon and guard.
@NullMarked
package io.heddle.kit.server.body;

import org.jspecify.annotations.NullMarked;
