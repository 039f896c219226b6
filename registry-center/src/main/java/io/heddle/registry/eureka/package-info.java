/// The registry as clients of Netflix Eureka know it, in JSON and XML. The door is {@link
/// io.heddle.registry.eureka.EurekaFacade}. Stands on the leases.
@NullMarked
package io.heddle.registry.eureka;

import org.jspecify.annotations.NullMarked;
