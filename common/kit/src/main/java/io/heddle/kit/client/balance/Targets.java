package io.heddle.kit.client.balance;

import java.net.URI;
import java.util.List;

/// A snapshot of the instances of a service that may be called.
///
/// @param service the name of the service
/// @param all its instances, in a stable order
public record Targets(String service, List<Target> all) {
    /// One instance.
    ///
    /// @param id the same over changes of the snapshot, by default `host:port`
    /// @param host a literal address or a host name
    /// @param port 1 to 65535
    /// @param tls whether it speaks TLS
    /// @param weight its share of traffic, 0 (none) to 1000, by default 100
    /// @param zone where it runs, empty when unknown
    public record Target(String id, String host, int port, boolean tls, int weight, String zone) {
        /// An instance of weight 100 without a zone.
        public static Target of(String host, int port) {
            return new Target(host + ":" + port, host, port, false, 100, "");
        }

        /// How it is called: `calc.example:8080`, `127.0.0.1:8080`, `[::1]:8080`.
        public String address() {
            return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
        }

        /// The instance at a URL, of weight 100 without a zone.
        ///
        /// @param setting where the URL stands, for the message
        /// @throws IllegalArgumentException when it is not like `http://host:port`
        public static Target at(String setting, String url) {
            URI uri = URI.create(url);
            boolean tls = "https".equals(uri.getScheme());
            String host = uri.getHost();
            if (host == null || !(tls || "http".equals(uri.getScheme()))) {
                throw new IllegalArgumentException(setting + " must be like http://host:port, not " + url);
            }
            String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
            return new Target(bare + ':' + port, bare, port, tls, 100, "");
        }
    }

    /// Copies the list in.
    public Targets {
        all = List.copyOf(all);
    }

    /// No instance at all.
    public static Targets none(String service) {
        return new Targets(service, List.of());
    }
}
