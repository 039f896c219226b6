package io.heddle.kit.console;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells a request of our own page from one that another page made the browser send (W3C Fetch Metadata, and the
/// `Origin` of RFC 6454 for pages that are not served securely).
final class Origins {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

    private Origins() {}

    static boolean changes(Exchange exchange) {
        return !SAFE.contains(exchange.method());
    }

    /// Whether another page may have made the browser ask.
    static boolean foreign(Exchange exchange) {
        return site(exchange).filter(site -> !OUR_SITES.contains(site)).isPresent();
    }

    /// Refuses what is not certainly asked for by our own page.
    ///
    /// @throws ServiceException 403
    static void requireOurs(Exchange exchange) {
        boolean ours = site(exchange).map("same-origin"::equals).orElseGet(() -> sameOrigin(exchange));
        if (!ours) {
            throw new ServiceException(
                    Status.FORBIDDEN, "origin_foreign", "Origin must be that of the console itself", List.of());
        }
    }

    private static Optional<String> site(Exchange exchange) {
        return exchange.headers().optional("Sec-Fetch-Site", Scalar.STRING);
    }

    private static boolean sameOrigin(Exchange exchange) {
        Optional<String> origin = exchange.headers().optional("Origin", Scalar.STRING);
        Optional<String> host = exchange.headers().optional("Host", Scalar.STRING);
        return origin.isPresent()
                && host.isPresent()
                && (origin.get().equalsIgnoreCase("http://" + host.get())
                        || origin.get().equalsIgnoreCase("https://" + host.get()));
    }
}
