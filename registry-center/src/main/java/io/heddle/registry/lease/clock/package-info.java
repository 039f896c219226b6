/// The time that leases live by: {@link io.heddle.registry.lease.clock.LeaseClock}. A room inside that of the leases.
@NullMarked
package io.heddle.registry.lease.clock;

import org.jspecify.annotations.NullMarked;
