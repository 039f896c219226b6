/// Server-sent events (WHATWG HTML) over one connection, with a heartbeat, and an eye on the peer: when it goes
/// away the source is closed at once. The door is {@link io.heddle.kit.server.stream.EventStreams}. Stands on json and
/// guard.
@NullMarked
package io.heddle.kit.server.stream;

import org.jspecify.annotations.NullMarked;
