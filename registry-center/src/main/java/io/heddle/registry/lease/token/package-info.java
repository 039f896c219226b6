/// The tokens of leases, which tell nothing:
/// {@link io.heddle.registry.lease.token.Tokens}. A room inside that of the leases.
@NullMarked
package io.heddle.registry.lease.token;

import org.jspecify.annotations.NullMarked;
