/// Relays `/{service}/**` to an instance of that service: the head is read once and checked, the bodies stream both
/// ways through reused buffers, and what concerns only one connection (RFC 9110, 7.6.1) stays on it. The door is
/// {@link io.heddle.gateway.relay.Relay}. Stands on the kit's http1 and client.
@NullMarked
package io.heddle.gateway.relay;

import org.jspecify.annotations.NullMarked;
