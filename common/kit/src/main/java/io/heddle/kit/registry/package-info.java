/// Discovery: the contract of the registry centre, and the client that keeps this process in it and knows where the
/// others are. The door is {@link io.heddle.kit.registry.Registry}. Floor 4: stands on client, task and json.
@NullMarked
package io.heddle.kit.registry;

import org.jspecify.annotations.NullMarked;
