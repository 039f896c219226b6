package io.heddle.kit.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.http1.Http1.Use;
import io.heddle.kit.http1.TransportException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureHttp1Test {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private SSLServerSocket server;
    private Http1 http1;

    @BeforeEach
    void open() throws Exception {
        SSLContext context = context();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, loopback);
        Thread.ofVirtual().start(this::accept);
        http1 = Http1.open(Http1Settings.standard(), context.getSocketFactory());
    }

    @AfterEach
    void close() throws IOException {
        http1.close();
        server.close();
    }

    /// A key of our own for `localhost`, which both sides trust.
    private SSLContext context() throws Exception {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line = tool + " -genkeypair -alias own -keyalg EC -dname CN=localhost -ext san=dns:localhost"
                + " -storetype PKCS12 -storepass changeit -keystore " + file;
        assertThat(new ProcessBuilder(line.split(" ")).start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("own", keys.getCertificate("own"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    socket.getOutputStream().write(ANSWER);
                }
            }
        } catch (IOException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private String get(String host, Use use) throws IOException {
        long due = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try (Connection connection = http1.connect(new Peer(host, server.getLocalPort(), true), due, use)) {
            connection.put("GET / HTTP/1.1\r\nHost: x\r\n\r\n").flush();
            ResponseHead head = connection.readHead(false);
            String body = new String(connection.body().readAllBytes(), StandardCharsets.US_ASCII);
            String answer = head.status() + " " + body + (connection.reused() ? " again" : "");
            connection.release();
            return answer;
        }
    }

    @Test
    void speaksTlsAndKeepsTheConnection() throws IOException {
        assertThat(get("localhost", Use.ANY)).isEqualTo("200 ok");
        assertThat(get("localhost", Use.ANY)).isEqualTo("200 ok again");
        assertThat(get("localhost", Use.CHECKED)).isEqualTo("200 ok again");
    }

    @Test
    void refusesACertificateOfAnotherHost() {
        assertThatThrownBy(() -> get("127.0.0.1", Use.ANY))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONNECT));
    }
}
