/// What is known of one instance. Nothing but values: {@link io.heddle.registry.entry.Entry} and what it is made of.
/// Stands on the kit only; the catalog holds entries, leases keep them alive.
@NullMarked
package io.heddle.registry.entry;

import org.jspecify.annotations.NullMarked;
