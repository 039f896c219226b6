/// One HTTP/1.1 exchange after another over blocking sockets, for virtual threads: a small, strict client side
/// (RFC 9112) with a bounded, fair pool for each peer, reused buffers, and deadlines kept by closing the socket.
/// The door is {@link io.heddle.kit.http1.Http1}. Floor 1: stands on the JDK and the contract.
@NullMarked
package io.heddle.kit.http1;

import org.jspecify.annotations.NullMarked;
