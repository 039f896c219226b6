package io.heddle.kit.client.transport;

import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Http1Settings;

/// Opens transports.
public final class Transports {
    private Transports() {}

    /// Our own HTTP/1.1.
    public static Transport http1(Http1Settings settings) {
        return new Http1Transport(Http1.open(settings));
    }

    /// Helidon's WebClient over pools of our own.
    public static Transport webClient(Http1Settings settings) {
        return new WebClientTransport(settings);
    }
}
