package io.heddle.kit.tls;

import io.heddle.contract.bind.Default;
import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/// How peers that speak TLS are trusted, and what this process shows to those that demand a certificate.
///
/// @param trust the file with the certificates that peers' must go back to (PEM); empty for those that the JDK trusts
/// @param key the file with the private key (PEM), empty to show no certificate
/// @param certificates the file with the certificate and those above it (PEM)
public record TlsSettings(
        @Default("") String trust,
        @Default("") String key,
        @Default("") String certificates) {
    /// Checks that a key and its certificates are given together.
    public TlsSettings {
        if (key.isEmpty() != certificates.isEmpty()) {
            throw new IllegalArgumentException("key and certificates must be given together");
        }
    }

    /// Trusts as the JDK does, and shows nothing.
    public static TlsSettings standard() {
        return new TlsSettings("", "", "");
    }

    /// Whether nothing is set.
    public boolean usual() {
        return trust.isEmpty() && key.isEmpty();
    }

    /// Opens sockets accordingly; reads the files.
    public SSLSocketFactory factory() {
        return usual()
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : context().getSocketFactory();
    }

    private SSLContext context() {
        return tls().sslContext();
    }

    /// The same for Helidon; reads the files.
    public Tls tls() {
        var tls = Tls.builder();
        if (!key.isEmpty()) {
            Keys own = Keys.builder()
                    .pem(pem ->
                            pem.key(Resource.create(Path.of(key))).certChain(Resource.create(Path.of(certificates))))
                    .build();
            tls.privateKey(own).privateKeyCertChain(own);
        }
        if (!trust.isEmpty()) {
            tls.trust(trusted(trust));
        }
        return tls.build();
    }

    private static Keys trusted(String file) {
        return Keys.builder()
                .pem(pem -> pem.certificates(Resource.create(Path.of(file))))
                .build();
    }
}
