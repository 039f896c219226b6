/// What stands between the sockets and Helidon's HTTP/1.1 parser: time limits on idle, head, body and write, strict
/// framing, bounded chunks, and a hand on each connection. Helidon's own connection is wrapped, not replaced. The
/// door is {@link io.heddle.kit.server.guard.Guards}. Stands on Helidon and task.
@NullMarked
package io.heddle.kit.server.guard;

import org.jspecify.annotations.NullMarked;
