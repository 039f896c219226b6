package io.heddle.kit.server.guard;

import java.time.Duration;

/// How long a peer may keep a connection waiting.
///
/// @param idle between two requests
/// @param head from the first byte of a request to the end of its headers
/// @param body waiting for a body, on top of what `bodyRate` grants
/// @param bodyRate the slowest body, in bytes a second; each byte received grants its share of time
/// @param write until the peer has taken what was written at once
/// @param held the most bytes of large answers and bodies that all peers together make us hold
public record GuardLimits(Duration idle, Duration head, Duration body, long bodyRate, Duration write, long held) {}
