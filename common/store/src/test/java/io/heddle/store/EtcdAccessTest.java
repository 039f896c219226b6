package io.heddle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.tls.TlsSettings;
import io.heddle.store.open.Stores;
import io.heddle.testkit.server.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real etcd that demands a user, and one on TLS.
final class EtcdAccessTest {
    private static final Duration PRESENCE = Duration.ofSeconds(2);
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TlsSettings PLAIN = TlsSettings.standard();

    @TempDir
    private Path folder;

    private static void demandUsers(TestServer etcd) throws Exception {
        String from = base64("/t/");
        String to = base64("/t0");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String[] step : new String[][] {
                {"user/add", "{\"name\":\"root\",\"password\":\"rooted\"}"},
                {"user/grant", "{\"user\":\"root\",\"role\":\"root\"}"},
                {"role/add", "{\"name\":\"nodes\"}"},
                {
                    "role/grant",
                    "{\"name\":\"nodes\",\"perm\":{\"permType\":\"READWRITE\",\"key\":\"" + from + "\",\"range_end\":\""
                            + to + "\"}}"
                },
                {"user/add", "{\"name\":\"heddle\",\"password\":\"woven\"}"},
                {"user/grant", "{\"user\":\"heddle\",\"role\":\"nodes\"}"},
                {"enable", "{}"}
            }) {
                URI at = URI.create("http://127.0.0.1:" + etcd.port() + "/v3/auth/" + step[0]);
                HttpRequest request = HttpRequest.newBuilder(at)
                        .POST(BodyPublishers.ofString(step[1]))
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .as(step[0])
                        .isEqualTo(200);
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Store store(TestServer etcd, StoreAccess access) {
        return Stores.open("etcd://127.0.0.1:" + etcd.port(), PRESENCE, access);
    }

    @Test
    void takesOnlyAUserThatItKnowsAndKnowsThemAgainAfterARestart() throws Exception {
        try (TestServer etcd = TestServer.etcd()) {
            demandUsers(etcd);
            try (Store nobody = store(etcd, StoreAccess.none());
                    Store wrong = store(etcd, new StoreAccess("heddle", "guessed", PLAIN))) {
                for (Store refused : List.of(nobody, wrong)) {
                    assertThatThrownBy(() -> refused.range("/t/")).isInstanceOf(StoreAwayException.class);
                }
            }
            try (Store store = store(etcd, new StoreAccess("heddle", "woven", PLAIN))) {
                Seen seen = new Seen();
                store.watch("/t/", seen);
                store.present("/t/node", new byte[] {1});
                store.commit(List.of(), List.of(Change.put("/t/a", "one")));
                StoreContract.await(() -> assertThat(seen.now()).containsOnlyKeys("/t/a", "/t/node"));

                etcd.kill();
                etcd.restart();

                StoreContract.await(() -> assertThatNoException()
                        .isThrownBy(() -> store.commit(List.of(), List.of(Change.put("/t/b", "two")))));
                StoreContract.await(() -> assertThat(seen.now()).containsOnlyKeys("/t/a", "/t/b", "/t/node"));
                assertThatThrownBy(() -> store.range("/other/")).isInstanceOf(StoreAwayException.class);
            }
        }
    }

    @Test
    void speaksTlsToOneWhomItTrusts() throws Exception {
        KeyStore keys = selfSigned();
        Path key = pem("key.pem", "PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded());
        Path certificate =
                pem("cert.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
        StoreAccess trusting = new StoreAccess("", "", new TlsSettings(certificate.toString(), "", ""));
        try (TestServer etcd = TestServer.etcd(key, certificate);
                Store store = Stores.open("etcds://localhost:" + etcd.port(), PRESENCE, trusting);
                Store stranger = Stores.open("etcds://localhost:" + etcd.port(), PRESENCE);
                Store plain = Stores.open("etcd://localhost:" + etcd.port(), PRESENCE)) {
            Seen seen = new Seen();
            store.watch("/t/", seen);
            store.commit(List.of(), List.of(Change.put("/t/a", "one")));

            StoreContract.await(() -> assertThat(seen.now()).containsOnlyKeys("/t/a"));
            assertThatThrownBy(() -> stranger.range("/t/")).isInstanceOf(StoreAwayException.class);
            assertThatThrownBy(() -> plain.range("/t/")).isInstanceOf(StoreAwayException.class);
        }
    }

    @Test
    void neverShowsAPassword() {
        assertThat(new StoreAccess("heddle", "woven", PLAIN).toString()).doesNotContain("woven");
        assertThatThrownBy(() -> new StoreAccess("heddle", "", PLAIN)).isInstanceOf(IllegalArgumentException.class);
    }

    private KeyStore selfSigned() throws Exception {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line = tool + " -genkeypair -alias own -keyalg EC -dname CN=localhost"
                + " -ext san=dns:localhost,ip:127.0.0.1 -storetype PKCS12 -storepass changeit -keystore " + file;
        assertThat(new ProcessBuilder(line.split(" ")).inheritIO().start().waitFor())
                .isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private Path pem(String name, String kind, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
