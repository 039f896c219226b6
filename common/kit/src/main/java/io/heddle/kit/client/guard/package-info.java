/// What keeps a caller from making things worse: the retry budget and the circuit breaker of a client.
/// The door is {@link io.heddle.kit.client.guard.Guard}. Floor 3, below the client: stands on the contract only.
@NullMarked
package io.heddle.kit.client.guard;

import org.jspecify.annotations.NullMarked;
