package io.heddle.calc;

import io.heddle.contract.call.Idempotent;
import io.heddle.contract.rpc.Rpc;
import java.time.Instant;

/// A class of which one static method may be called by name.
final class Clock {
    private Clock() {}

    /// `Clock.now`.
    @Rpc
    @Idempotent
    static Instant now() {
        return Instant.now();
    }
}
