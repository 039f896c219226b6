package io.heddle.kit.server;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.kit.rate.Rate;
import io.heddle.kit.server.cors.CorsSettings;
import io.heddle.kit.tls.TlsSettings;
import java.time.Duration;

/// Where a server listens and what it bears with. Sizes are in bytes.
///
/// @param host the address it binds
/// @param port the port, 0 for a free one
/// @param maxBody the largest body of a request
/// @param maxHeaders the most of all headers of a request together
/// @param maxUri the longest request line
/// @param maxConnections the most open connections; those beyond wait to be accepted
/// @param maxRequests the most requests at once, streams included; those beyond get 503
/// @param maxRate the most requests a second of one client address, those beyond get 429; 0 for any number. An IPv6
/// address counts by its first 64 bits
/// @param idleTimeout how long a connection may be quiet between requests
/// @param headerTimeout how long the head of a request may take, and before it a TLS handshake
/// @param bodyTimeout how long a body may let us wait on top of what `bodyRate` grants
/// @param bodyRate the slowest body, in bytes a second
/// @param writeTimeout how long a peer may take for what was written at once, 16 KB at most
/// @param maxHeld the most bytes of answers and bodies of more than 16 KB that slow peers together make us hold; 0 for
/// a quarter of the heap. When there is no room for more, those who move nothing are cut off
/// @param gzip whether answers are compressed for those who accept it
/// @param gzipMin the smallest answer that is compressed
/// @param accessLog whether each request is logged
/// @param heartbeat how long an event stream may be quiet before a comment is sent
/// @param drainNotice how long a server that is told to stop goes on answering while it says that it is not ready
/// @param drainLimit the longest it then waits for requests in flight
/// @param cors which other origins may call
/// @param tls the key and certificate, empty for plain HTTP
public record ServerSettings(
        @Default("127.0.0.1") String host,
        @Default("0") @Bounds(min = 0, max = 65_535) int port,

        @Default("4194304") @Bounds(min = 1024, max = 1L << 40)
        long maxBody,

        @Default("16384") @Bounds(min = 1024, max = 1 << 20) int maxHeaders,
        @Default("8192") @Bounds(min = 256, max = 1 << 20) int maxUri,
        @Default("20000") @Bounds(min = 1, max = 1_000_000) int maxConnections,
        @Default("20000") @Bounds(min = 1, max = 1_000_000) int maxRequests,
        @Default("0") @Bounds(min = 0, max = Rate.MOST) int maxRate,
        @Default("60s") Duration idleTimeout,
        @Default("10s") Duration headerTimeout,
        @Default("10s") Duration bodyTimeout,
        @Default("1024") @Bounds(min = 1, max = 1 << 30) long bodyRate,
        @Default("30s") Duration writeTimeout,

        @Default("0") @Bounds(min = 0, max = 1L << 40) long maxHeld,

        @Default("true") boolean gzip,
        @Default("1024") @Bounds(min = 0, max = 1 << 30) int gzipMin,
        @Default("true") boolean accessLog,
        @Default("15s") Duration heartbeat,
        @Default("2s") Duration drainNotice,
        @Default("20s") Duration drainLimit,
        CorsSettings cors,
        TlsFiles tls) {
    /// The certificate that a server shows.
    ///
    /// @param key the file with the private key (PEM), empty for plain HTTP
    /// @param certificates the file with the certificate and those above it (PEM)
    /// @param clients the file with what certificates of clients must go back to (PEM), empty to demand none
    public record TlsFiles(
            @Default("") String key,
            @Default("") String certificates,
            @Default("") String clients) {
        /// Checks that nobody believes to demand certificates and serves plain HTTP.
        public TlsFiles {
            if (key.isEmpty() != certificates.isEmpty()) {
                throw new IllegalArgumentException("key and certificates must be given together");
            }
            if (key.isEmpty() && !clients.isEmpty()) {
                throw new IllegalArgumentException("clients needs a key and certificates");
            }
        }

        /// The same in the words of a client.
        TlsSettings settings() {
            return new TlsSettings(clients, key, certificates);
        }

        /// Whether the server speaks TLS.
        public boolean on() {
            return !key.isEmpty();
        }

        /// Plain HTTP.
        public static TlsFiles none() {
            return new TlsFiles("", "", "");
        }
    }

    /// A loopback server with all defaults on this port.
    public static ServerSettings onPort(int port) {
        return with().port(port).build();
    }

    /// A loopback server with all defaults on a free port, but for what is said of it.
    public static Builder with() {
        return new Builder();
    }

    /// Says what is not as usual.
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port;
        private int maxConnections = 20_000;
        private int maxRequests = 20_000;
        private int maxRate;
        private Duration idleTimeout = Duration.ofSeconds(60);
        private Duration headerTimeout = Duration.ofSeconds(10);
        private Duration bodyTimeout = Duration.ofSeconds(10);
        private Duration writeTimeout = Duration.ofSeconds(30);
        private long maxHeld;
        private Duration heartbeat = Duration.ofSeconds(15);
        private Duration drainNotice = Duration.ofSeconds(2);
        private Duration drainLimit = Duration.ofSeconds(20);
        private CorsSettings cors = CorsSettings.none();
        private TlsFiles tls = TlsFiles.none();

        private Builder() {}

        /// The address it binds.
        public Builder host(String address) {
            this.host = address;
            return this;
        }

        /// The port, 0 for a free one.
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /// The most open connections.
        public Builder maxConnections(int most) {
            this.maxConnections = most;
            return this;
        }

        /// The most requests at once.
        public Builder maxRequests(int most) {
            this.maxRequests = most;
            return this;
        }

        /// The most requests a second of one client address.
        public Builder maxRate(int most) {
            this.maxRate = most;
            return this;
        }

        /// How long a connection may be quiet between requests.
        public Builder idleTimeout(Duration limit) {
            this.idleTimeout = limit;
            return this;
        }

        /// How long the head of a request may take.
        public Builder headerTimeout(Duration limit) {
            this.headerTimeout = limit;
            return this;
        }

        /// How long a body may let us wait.
        public Builder bodyTimeout(Duration limit) {
            this.bodyTimeout = limit;
            return this;
        }

        /// How long a peer may take for what was written.
        public Builder writeTimeout(Duration limit) {
            this.writeTimeout = limit;
            return this;
        }

        /// The most bytes that slow peers make it hold.
        public Builder maxHeld(long most) {
            this.maxHeld = most;
            return this;
        }

        /// How long an event stream may be quiet.
        public Builder heartbeat(Duration quiet) {
            this.heartbeat = quiet;
            return this;
        }

        /// How long it goes on answering when it is told to stop.
        public Builder drainNotice(Duration notice) {
            this.drainNotice = notice;
            return this;
        }

        /// The longest it then waits for requests in flight.
        public Builder drainLimit(Duration limit) {
            this.drainLimit = limit;
            return this;
        }

        /// Which other origins may call.
        public Builder cors(CorsSettings others) {
            this.cors = others;
            return this;
        }

        /// The key and certificate.
        public Builder tls(TlsFiles files) {
            this.tls = files;
            return this;
        }

        /// The settings.
        public ServerSettings build() {
            return new ServerSettings(
                    host,
                    port,
                    4L << 20,
                    16_384,
                    8192,
                    maxConnections,
                    maxRequests,
                    maxRate,
                    idleTimeout,
                    headerTimeout,
                    bodyTimeout,
                    1024,
                    writeTimeout,
                    maxHeld,
                    true,
                    1024,
                    true,
                    heartbeat,
                    drainNotice,
                    drainLimit,
                    cors,
                    tls);
        }
    }
}
