package io.heddle.gateway.relay;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// Limits of the relay.
///
/// @param timeout how long an instance may take to begin its answer, all tries together
/// @param perTry how long an instance may take to begin its answer while another may be asked in its place
/// @param idle how long a body may be silent in the middle
/// @param attempts tries in all of a request that may be sent again
/// @param replay the largest request body that is kept to be sent again, in bytes
/// @param buffers how many buffers of 16 KiB are kept for reuse
public record RelaySettings(
        @Default("30s") Duration timeout,
        @Default("2s") Duration perTry,
        @Default("60s") Duration idle,
        @Default("3") @Bounds(min = 1, max = 10) int attempts,
        @Default("65536") @Bounds(min = 0, max = 1 << 20) int replay,
        @Default("1024") @Bounds(min = 0, max = 65_536) int buffers) {
    /// The defaults.
    public static RelaySettings standard() {
        return new RelaySettings(
                Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(60), 3, 65_536, 1024);
    }
}
