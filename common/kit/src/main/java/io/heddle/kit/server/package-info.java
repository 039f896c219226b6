/// HTTP in: a Helidon server with every setting and guard that production needs, one router on the raw path, and
/// the exchange that generated routes and hand-written handlers read from and answer to. The door is {@link
/// io.heddle.kit.server.HttpServer}. Floor 3: stands on json, trace, metrics, log, task and config.
@NullMarked
package io.heddle.kit.server;

import org.jspecify.annotations.NullMarked;
