package io.heddle.kit.access;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import java.util.Optional;
import java.util.Set;

/// What a browser does by itself: it keeps the password of basic authentication and sends it along with whatever any
/// page makes it ask for. Which page that was it tells by Fetch Metadata (W3C), else by `Origin` (RFC 6454).
final class Browser {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OUR_SITES = Set.of("same-origin", "none");
    private static final String BASIC = "Basic ";

    private Browser() {}

    /// Whether another page may be behind a request that changes something. With GET nothing need be told of the
    /// page, so that it is not certain then.
    static boolean forged(Exchange exchange) {
        return password(exchange) && (SAFE.contains(exchange.method()) || foreign(exchange));
    }

    private static boolean password(Exchange exchange) {
        return header(exchange, "Authorization")
                .filter(text -> text.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .isPresent();
    }

    private static boolean foreign(Exchange exchange) {
        return header(exchange, "Sec-Fetch-Site")
                .map(site -> !OUR_SITES.contains(site))
                .orElseGet(() -> header(exchange, "Origin")
                        .filter(origin -> !ours(origin, header(exchange, "Host").orElse("")))
                        .isPresent());
    }

    private static boolean ours(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return exchange.headers().optional(name, Scalar.STRING);
    }
}
