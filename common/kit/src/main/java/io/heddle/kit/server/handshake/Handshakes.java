package io.heddle.kit.server.handshake;

import io.heddle.kit.tls.TlsSettings;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// Bounds the handshakes of the sockets that a TLS context accepts.
public final class Handshakes {
    private Handshakes() {}

    /// The TLS of a server that shows a certificate, and demands one of clients where it trusts some; reads the files.
    ///
    /// @param limit how long a handshake may take
    public static Tls tls(TlsSettings settings, Duration limit) {
        var tls = Tls.builder()
                .sslContext(bounded(settings.tls().sslContext(), limit))
                .endpointIdentificationAlgorithm(Tls.ENDPOINT_IDENTIFICATION_NONE);
        return (settings.trust().isEmpty() ? tls : tls.clientAuth(TlsClientAuth.REQUIRED)).build();
    }

    /// A context as the other, whose accepted sockets close when a handshake takes longer than the limit or fails, and
    /// tell so when they are read: Helidon 4.1.7 never frees the place of a connection whose handshake throws.
    private static SSLContext bounded(SSLContext context, Duration limit) {
        return new Bounded(context, limit);
    }

    private static final class Bounded extends SSLContext {
        Bounded(SSLContext context, Duration limit) {
            super(new Spi(context, limit), context.getProvider(), context.getProtocol());
        }
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext context;
        private final Duration limit;

        Spi(SSLContext context, Duration limit) {
            this.context = context;
            this.limit = limit;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            context.init(keys, trust, random);
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return context.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return new PatientFactory(context, limit);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return context.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return context.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return context.getSupportedSSLParameters();
        }
    }
}
