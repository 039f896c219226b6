/// TLS for the server's sockets with a limit on the handshake: a peer that is slow, silent or no TLS peer at all is one
/// broken connection and no more. The door is {@link io.heddle.kit.server.handshake.Handshakes}. Stands on the JDK.
@NullMarked
package io.heddle.kit.server.handshake;

import org.jspecify.annotations.NullMarked;
