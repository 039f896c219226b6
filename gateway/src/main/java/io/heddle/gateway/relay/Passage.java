package io.heddle.gateway.relay;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which headers pass: not those that concern one connection only, and not those by which a caller could pretend.
final class Passage {
    /// RFC 9110, 7.6.1, and what the relay sets itself.
    private static final Set<String> STOPPED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "host",
            "expect",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-prefix",
            "x-real-ip",
            "x-helidon-cn",
            "x-deadline-ms");

    private static final Passage PLAIN = new Passage(Set.of());

    private final Set<String> named;

    private Passage(Set<String> named) {
        this.named = named;
    }

    /// What passes beside a `Connection` header, which may name more headers that stop.
    static Passage beside(List<String> connection) {
        Set<String> named = new HashSet<>();
        for (String value : connection) {
            for (String token : value.split(",", -1)) {
                named.add(token.strip().toLowerCase(Locale.ROOT));
            }
        }
        named.removeAll(Arrays.asList("", "close", "keep-alive"));
        return named.isEmpty() ? PLAIN : new Passage(named);
    }

    boolean allows(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !STOPPED.contains(lower) && !named.contains(lower);
    }
}
