/// Which instance answers the next call: the instances of a service as the resolver gives them, what this process has
/// seen of each, and the policy that picks one. The door is {@link io.heddle.kit.client.balance.Upstream}.
/// Floor 3, below the client: stands on the contract only.
@NullMarked
package io.heddle.kit.client.balance;

import org.jspecify.annotations.NullMarked;
