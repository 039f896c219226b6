package io.heddle.registry.check.reach;

import java.net.URI;
import java.util.Map;

/// What is looked at. Whoever makes one has checked it: nothing in it can end a line.
public sealed interface Target {
    /// A page: 2xx passes, 429 warns, all else is critical.
    ///
    /// @param url its address, `http` or `https`
    /// @param method how it is asked for
    /// @param headers what is sent with it
    record Http(URI url, String method, Map<String, String> headers) implements Target {
        /// Copies the headers in.
        public Http {
            headers = Map.copyOf(headers);
        }

        boolean secure() {
            return "https".equalsIgnoreCase(url.getScheme());
        }

        @Override
        public String host() {
            String host = url.getHost();
            return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        }

        @Override
        public int port() {
            return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
        }
    }

    /// A port that should take connections.
    record Tcp(String host, int port) implements Target {}

    /// The host as a name or a literal address.
    String host();

    /// The port.
    int port();
}
