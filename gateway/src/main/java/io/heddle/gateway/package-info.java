/// The way in from outside: the calculator through its typed client, and every registered service by its name.
/// The door is {@link io.heddle.gateway.GatewayService}. Stands on relay.
@NullMarked
package io.heddle.gateway;

import org.jspecify.annotations.NullMarked;
