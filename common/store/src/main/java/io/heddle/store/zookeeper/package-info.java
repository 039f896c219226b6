/// The store in ZooKeeper: a znode for each key, at its own path under a root. The door is {@link
/// io.heddle.store.zookeeper.ZooKeeperStore}. Stands on the contract and on Curator.
@NullMarked
package io.heddle.store.zookeeper;

import org.jspecify.annotations.NullMarked;
