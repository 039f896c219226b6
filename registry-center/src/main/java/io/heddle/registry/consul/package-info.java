/// The registry as clients of Consul know it: agent, catalog, health with blocking queries, and a small key-value
/// store. The door is {@link io.heddle.registry.consul.ConsulFacade}. Stands on the leases, the checks and its inner
/// room kv.
@NullMarked
package io.heddle.registry.consul;

import org.jspecify.annotations.NullMarked;
