/// The one place where what went wrong becomes what the caller is told. The door is {@link
/// io.heddle.kit.server.failure.Failures}. Stands on envelope and cors.
@NullMarked
package io.heddle.kit.server.failure;

import org.jspecify.annotations.NullMarked;
