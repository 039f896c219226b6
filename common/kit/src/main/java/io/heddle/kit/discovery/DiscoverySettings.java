package io.heddle.kit.discovery;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How this process finds the others. It registers as the section `registry` says, whatever stands here.
///
/// @param mode who is asked where a service is
/// @param services the addresses of some services, `http://host:port`; these are asked of nobody, whatever the mode
/// @param dns how names are looked up
public record DiscoverySettings(@Default("REGISTRY") Mode mode, Map<String, List<String>> services, DnsSettings dns) {
    /// Who is asked.
    public enum Mode {
        /// The registry centre.
        REGISTRY,
        /// The Domain Name System: SRV records, else addresses.
        DNS,
        /// Nobody: only what stands in `services` is known.
        STATIC
    }

    /// How names are looked up.
    ///
    /// @param server `host:port` of the name server, empty for those of the system
    /// @param domain what follows the name of the service, such as `prod.svc.cluster.local`; empty for nothing
    /// @param srv what precedes it in the name of an SRV record (RFC 2782)
    /// @param port of instances that only have an address
    /// @param tls whether instances speak TLS
    /// @param refresh how often names are looked up again
    /// @param timeout how long one look-up may take; it is tried twice
    /// @param firstWait how long the first call to a service may wait for its first look-up
    public record DnsSettings(
            @Default("") String server,
            @Default("") String domain,
            @Default("_http._tcp") String srv,
            @Default("80") @Bounds(min = 1, max = 65_535) int port,
            @Default("false") boolean tls,
            @Default("5s") Duration refresh,
            @Default("1s") Duration timeout,
            @Default("2s") Duration firstWait) {
        /// Checks the times.
        public DnsSettings {
            if (!refresh.isPositive() || !timeout.isPositive()) {
                throw new IllegalArgumentException("refresh and timeout must be longer than zero");
            }
        }
    }

    /// Copies the addresses in.
    public DiscoverySettings {
        services = Map.copyOf(services);
    }
}
