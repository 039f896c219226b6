package io.heddle.kit.http1;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.kit.tls.TlsSettings;
import java.time.Duration;

/// Limits of the transport.
///
/// @param connectTimeout how long opening a connection may take, TLS included
/// @param maxConnections the most open connections to one peer; callers beyond it wait in order of arrival
/// @param acquireTimeout how long a caller waits for a connection
/// @param maxIdle the most idle connections kept to one peer
/// @param idleTimeout how long an idle connection is kept; must be shorter than the server keeps it
/// @param maxHead the largest response head, in bytes
/// @param tls whom it trusts, and what it shows
public record Http1Settings(
        @Default("1s") Duration connectTimeout,
        @Default("512") @Bounds(min = 1, max = 65_535) int maxConnections,
        @Default("1s") Duration acquireTimeout,
        @Default("128") @Bounds(min = 0, max = 65_535) int maxIdle,
        @Default("20s") Duration idleTimeout,
        @Default("32768") @Bounds(min = 1024, max = 1 << 20) int maxHead,
        TlsSettings tls) {
    /// The defaults.
    public static Http1Settings standard() {
        return new Http1Settings(
                Duration.ofSeconds(1),
                512,
                Duration.ofSeconds(1),
                128,
                Duration.ofSeconds(20),
                32_768,
                TlsSettings.standard());
    }

    /// The same with another trust.
    public Http1Settings tls(TlsSettings other) {
        return new Http1Settings(connectTimeout, maxConnections, acquireTimeout, maxIdle, idleTimeout, maxHead, other);
    }
}
