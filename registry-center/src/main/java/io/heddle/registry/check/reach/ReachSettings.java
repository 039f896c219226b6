package io.heddle.registry.check.reach;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// What may be looked at, and how much at the same time.
///
/// @param ranges the addresses that checks and probes of suspects may connect to, as `10.0.0.0/8`; those that hosts of
/// clouds give their
///     secrets out at (link-local and the like) only by a range that lies within them
/// @param quick how many targets are looked at at once that answered in time the last time
/// @param slow how many others are
/// @param patience how long a quick one may take before it is looked at among the slow
/// @param lookup how long a host name may take to be resolved
public record ReachSettings(
        @Default("127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,::1/128,fc00::/7")
        List<String> ranges,

        @Default("1024") @Bounds(min = 1, max = 100_000) int quick,
        @Default("1024") @Bounds(min = 1, max = 100_000) int slow,
        @Default("1s") Duration patience,
        @Default("2s") Duration lookup) {
    /// Copies the ranges in.
    public ReachSettings {
        ranges = List.copyOf(ranges);
    }

    /// What holds when nothing is set: this machine and private networks.
    public static ReachSettings standard() {
        return new ReachSettings(
                List.of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"),
                1024,
                1024,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2));
    }

    /// Which addresses may be connected to.
    ///
    /// @throws IllegalArgumentException for a range that is none
    public Predicate<InetAddress> allowed() {
        return new Ranges(ranges)::allow;
    }

    /// The same for other addresses.
    public ReachSettings ranges(List<String> others) {
        return new ReachSettings(others, quick, slow, patience, lookup);
    }
}
