/// What a cluster of nodes agrees by: keys, versions, changes under conditions, and watches. The door is the
/// interface {@link io.heddle.store.Store}; the rooms inside hold it in memory, in etcd and in ZooKeeper, and
/// {@link io.heddle.store.open.Stores} opens one by its address. Stands on the kit.
@NullMarked
package io.heddle.store;

import org.jspecify.annotations.NullMarked;
