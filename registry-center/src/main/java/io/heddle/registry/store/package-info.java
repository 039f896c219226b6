/// What is kept over a restart: leases, the key of their tokens and the revision, in one file. The door is
/// {@link io.heddle.registry.store.SnapshotStore}. Stands on the leases.
@NullMarked
package io.heddle.registry.store;

import org.jspecify.annotations.NullMarked;
