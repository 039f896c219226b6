package io.heddle.kit.console;

import java.time.Instant;

/// One who is signed in.
///
/// @param id what the cookie holds
/// @param proof what the page sends along to show that it is the page that asks
/// @param token the token that it stands for; it never leaves this process
/// @param begun when it began
/// @param seen its last request
record Session(String id, String proof, String token, Instant begun, Instant seen) {
    Session seen(Instant now) {
        return new Session(id, proof, token, begun, now);
    }

    /// Shows neither what it is named by nor its token.
    @Override
    public String toString() {
        return "Session[begun=" + begun + "]";
    }
}
