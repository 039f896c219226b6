/// Who is there: services and their instances, one revision over all of them, and answers whose bytes are ready.
/// The door is {@link io.heddle.registry.catalog.Catalog}. Stands on the kit only; leases write to it, watches and
/// pages read it.
@NullMarked
package io.heddle.registry.catalog;

import org.jspecify.annotations.NullMarked;
