/// Keeps what the centre has in a store that several nodes share: etcd or ZooKeeper. The door is
/// {@link io.heddle.configcenter.store.shared.SharedStore}. All keys of a centre are mirrored in memory, so reads ask
/// nobody; a write is one commit under the condition that nobody wrote in between.
@NullMarked
package io.heddle.configcenter.store.shared;

import org.jspecify.annotations.NullMarked;
