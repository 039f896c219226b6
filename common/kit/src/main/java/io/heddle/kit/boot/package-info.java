/// A service from its name to its end: settings, logs, traces, discovery, clients, server, readiness, drain.
/// The door is {@link io.heddle.kit.boot.Service}. The top floor: stands on all rooms of the kit.
@NullMarked
package io.heddle.kit.boot;

import org.jspecify.annotations.NullMarked;
