/// HTTP out: resolves a service name, picks an instance, and makes the call with its time limits, retries, breaker and
/// ejection. The door is {@link io.heddle.kit.client.Clients}. Floor 3: stands on json, trace, metrics, task, http1 and
/// config.
@NullMarked
package io.heddle.kit.client;

import org.jspecify.annotations.NullMarked;
