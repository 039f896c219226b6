/// What one client address may do. The door is {@link io.heddle.kit.server.peer.PeerRate}. Stands on rate.
@NullMarked
package io.heddle.kit.server.peer;

import org.jspecify.annotations.NullMarked;
