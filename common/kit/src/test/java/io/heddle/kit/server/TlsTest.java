package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.client.transport.Answer;
import io.heddle.kit.client.transport.Request;
import io.heddle.kit.client.transport.Transport;
import io.heddle.kit.client.transport.Transports;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.tls.TlsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void servesWithItsOwnCertificate() throws Exception {
        KeyStore store = selfSigned();
        Path key = pem("key.pem", "PRIVATE KEY", store.getKey("own", PASSWORD).getEncoded());
        Path certificate =
                pem("cert.pem", "CERTIFICATE", store.getCertificate("own").getEncoded());
        ServerSettings settings = with(new ServerSettings.TlsFiles(key.toString(), certificate.toString(), ""));

        try (HttpServer server = HttpServer.builder(settings).routes(new Echo()).open();
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(store)).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/hello"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.body()).isEqualTo("{\"code\":0,\"data\":\"hello\"}");
        }
    }

    @Test
    void demandsACertificateOfClientsWhereItIsSet() throws Exception {
        KeyStore store = selfSigned();
        String key = pem("key.pem", "PRIVATE KEY", store.getKey("own", PASSWORD).getEncoded())
                .toString();
        String certificate = pem(
                        "cert.pem", "CERTIFICATE", store.getCertificate("own").getEncoded())
                .toString();
        ServerSettings settings = with(new ServerSettings.TlsFiles(key, certificate, certificate));
        TlsSettings known = new TlsSettings(certificate, key, certificate);
        TlsSettings stranger = new TlsSettings(certificate, "", "");

        try (HttpServer server = HttpServer.builder(settings).routes(new Echo()).open()) {
            assertThat(hello(server, known)).isEqualTo("200");
            assertThat(hello(server, stranger)).isEqualTo("refused");
        }
    }

    private static String hello(HttpServer server, TlsSettings tls) {
        try (Transport transport = Transports.http1(Http1Settings.standard().tls(tls))) {
            long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            Request request = new Request("GET", "/hello", List.of(), new Request.Body.None(), false);
            try (Answer answer =
                    transport.send(new io.heddle.kit.http1.Peer("localhost", server.port(), true), request, deadline)) {
                return Integer.toString(answer.status());
            }
        } catch (TransportException e) {
            return "refused";
        }
    }

    @Test
    void aHandshakeThatFailsOrNeverEndsIsOneConnectionAndNoMore() throws Exception {
        KeyStore store = selfSigned();
        Path key = pem("key.pem", "PRIVATE KEY", store.getKey("own", PASSWORD).getEncoded());
        Path certificate =
                pem("cert.pem", "CERTIFICATE", store.getCertificate("own").getEncoded());
        ServerSettings settings = few(new ServerSettings.TlsFiles(key.toString(), certificate.toString(), ""));

        try (HttpServer server = HttpServer.builder(settings).routes(new Echo()).open();
                Peer silent = Peer.to(server.port())) {
            for (int i = 0; i < 3 * settings.maxConnections(); i++) {
                try (Peer plain = Peer.to(server.port())) {
                    assertThat(plain.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
                                    .closed())
                            .isTrue();
                }
            }
            assertThat(silent.closed()).as("after the limit").isTrue();
            try (HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(store)).build()) {
                assertThat(client.send(
                                        HttpRequest.newBuilder(
                                                        URI.create("https://localhost:" + server.port() + "/hello"))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private KeyStore selfSigned() throws Exception {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line = tool + " -genkeypair -alias own -keyalg EC -dname CN=localhost -ext san=dns:localhost"
                + " -storetype PKCS12 -storepass changeit -keystore " + file;
        assertThat(new ProcessBuilder(line.split(" ")).inheritIO().start().waitFor())
                .isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private Path pem(String name, String kind, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("own", store.getCertificate("own"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static ServerSettings with(ServerSettings.TlsFiles files) {
        return ServerSettings.with().tls(files).build();
    }

    private static ServerSettings few(ServerSettings.TlsFiles files) {
        return ServerSettings.with()
                .maxConnections(5)
                .headerTimeout(Duration.ofMillis(500))
                .tls(files)
                .build();
    }
}
