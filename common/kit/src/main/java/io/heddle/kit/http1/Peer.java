package io.heddle.kit.http1;

/// The other end of a connection.
///
/// @param host a literal address or a host name, resolved when a connection is opened
/// @param port 1 to 65535
/// @param tls whether to speak TLS, with the host name verified
public record Peer(String host, int port, boolean tls) {
    /// A peer without TLS.
    public static Peer plain(String host, int port) {
        return new Peer(host, port, false);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
    }
}
