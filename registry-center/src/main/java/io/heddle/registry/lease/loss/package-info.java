/// Who expired lately, and when one more is too many:
/// {@link io.heddle.registry.lease.loss.Losses}. A room inside that of the leases.
@NullMarked
package io.heddle.registry.lease.loss;

import org.jspecify.annotations.NullMarked;
