/// What is kept over a restart: leases, the key of their tokens and the revision, in one file. The door is
/// {@link io.heddle.registry.snapshot.SnapshotStore}. Stands on the leases.
@NullMarked
package io.heddle.registry.snapshot;

import org.jspecify.annotations.NullMarked;
