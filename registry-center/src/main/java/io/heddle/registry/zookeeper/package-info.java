/// The bridge to services that find each other in ZooKeeper in the layout of the microutil clients. The door is {@link
/// io.heddle.registry.zookeeper.Bridge}. Stands on the catalog and the leases.
@NullMarked
package io.heddle.registry.zookeeper;

import org.jspecify.annotations.NullMarked;
