/// Who may stay: leases, their tokens and deadlines, suspicion, and the protection of a service that loses many at
/// once. The door is {@link io.heddle.registry.lease.Leases}. Stands on the catalog, which it alone writes.
@NullMarked
package io.heddle.registry.lease;

import org.jspecify.annotations.NullMarked;
