package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.check.CheckSettings;
import io.heddle.registry.consul.ConsulSettings;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.snapshot.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessTest {
    private static final String BODY = "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:1\"}";

    @TempDir
    private Path folder;

    private RegistryCenter open(String host, AccessSettings access) {
        ServerSettings serving = ServerSettings.with().host(host).build();
        return RegistryCenter.open(
                serving,
                new CenterSettings(
                        AdmissionSettings.standard(),
                        CatalogSettings.standard(),
                        LeaseSettings.standard(),
                        ProbeSettings.standard(),
                        CheckSettings.standard(),
                        ConsulSettings.standard(),
                        WatchSettings.standard(),
                        StoreSettings.in(folder),
                        access));
    }

    @Test
    void theOldTokenHoldsBesideTheNewOneWhileBothAreSet() throws Exception {
        AccessSettings both =
                new AccessSettings(Optional.empty(), Optional.of("the-old-token, the-new-token"), Optional.empty());
        try (RegistryCenter registry = open("127.0.0.1", both);
                Http http = new Http(registry.port())) {
            for (String token : List.of("the-old-token", "the-new-token")) {
                assertEquals(
                        200,
                        http.post("/register", BODY, "Authorization", "Bearer " + token)
                                .status());
            }
            assertEquals(
                    401,
                    http.post("/register", BODY, "Authorization", "Bearer the").status());
        }
    }

    @Test
    void aTokenThatIsEmptyIsNone() {
        AccessSettings empty = new AccessSettings(Optional.empty(), Optional.empty(), Optional.of(" ,"));

        assertThrows(IllegalStateException.class, () -> open("127.0.0.1", empty));
    }

    @Test
    void aTokenThatIsSetIsDemandedOnTheLoopbackAddressToo() {
        AccessSettings access =
                new AccessSettings(Optional.of("reader-token"), Optional.of("register-token"), Optional.empty());
        try (RegistryCenter registry = open("127.0.0.1", access);
                Http http = new Http(registry.port())) {
            assertEquals("token_missing", http.get("/services").code());
            assertEquals(401, http.get("/services").status());
            assertEquals(401, http.post("/register", BODY).status());
            assertEquals(401, http.get("/console/state").status());
            assertEquals(200, http.get("/").status());
            assertEquals(
                    401, http.get("/services", "Authorization", "Bearer wrong").status());
            assertEquals(
                    200,
                    http.get("/services", "Authorization", "Bearer reader-token")
                            .status());
            assertEquals(
                    403,
                    http.post("/register", BODY, "Authorization", "Bearer reader-token")
                            .status());
            assertEquals(
                    200,
                    http.post("/register", BODY, "Authorization", "Bearer register-token")
                            .status());
            assertEquals(
                    200,
                    http.get("/services", "Authorization", "Bearer register-token")
                            .status());
            assertEquals(
                    200,
                    http.get("/console/state", "Authorization", basic("reader-token"))
                            .status());
        }
    }

    @Test
    void beyondTheLoopbackAddressItMakesTokensAndKeepsThem() throws IOException {
        List<String> first;
        try (RegistryCenter registry = open("0.0.0.0", AccessSettings.standard());
                Http http = new Http(registry.port())) {
            first = Files.readAllLines(folder.resolve("registry.tokens"));
            assertEquals(3, first.size());
            assertEquals(401, http.get("/services").status());
            assertEquals(
                    200,
                    http.get("/services", "Authorization", "Bearer " + token(first, "read"))
                            .status());
            assertEquals(
                    200,
                    http.post("/register", BODY, "Authorization", "Bearer " + token(first, "admin"))
                            .status());
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("registry.tokens"))));
        open("0.0.0.0", AccessSettings.standard()).close();
        assertEquals(first, Files.readAllLines(folder.resolve("registry.tokens")));
    }

    @Test
    void onTheLoopbackAddressItMakesNoTokens() {
        try (RegistryCenter registry = open("127.0.0.1", AccessSettings.standard());
                Http http = new Http(registry.port())) {
            assertEquals(200, http.post("/register", BODY).status());
        }
        assertFalse(Files.exists(folder.resolve("registry.tokens")));
    }

    @ParameterizedTest
    @CsvSource({
        "Host, localhost, 200",
        "Host, LOCALHOST:8001, 200",
        "Host, 127.0.0.1:1, 200",
        "Host, 127.9.9.9, 200",
        "Host, [::1]:8001, 200",
        "Host, evil.example, 403",
        "Host, evil.example:8001, 403",
        "Host, 10.0.0.1, 403",
        "Host, 127.evil.example, 403",
        "Host, localhost.evil.example, 403",
        "Origin, http://localhost:3000, 200",
        "Origin, https://127.0.0.1, 200",
        "Origin, http://[::1]:8001, 200",
        "Origin, http://evil.example, 403",
        "Origin, http://localhost.evil.example, 403",
        "Origin, http://localhost@evil.example, 403",
        "Origin, null, 403"
    })
    void aPageOfAnotherSiteCannotActWhereNoTokenIsDemanded(String header, String value, int status) throws Exception {
        try (RegistryCenter registry = open("127.0.0.1", AccessSettings.standard())) {
            for (String request : List.of("GET /services", "GET /")) {
                String answer = ask(registry.port(), request, header, value);
                assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
                assertEquals(status == 403, answer.contains(header.toLowerCase(Locale.ROOT) + "_foreign"));
            }
        }
    }

    @Test
    void aTokenThatIsDemandedMayComeUnderAnyName() throws IOException {
        AccessSettings access = new AccessSettings(Optional.of("reader-token"), Optional.empty(), Optional.empty());
        try (RegistryCenter registry = open("127.0.0.1", access)) {
            String answer =
                    ask(registry.port(), "GET /services", "Host", "registry\r\nAuthorization: Bearer reader-token");

            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
    }

    private static String ask(int port, String request, String header, String value) throws IOException {
        String host = header.equals("Host") ? value : "localhost";
        String origin = header.equals("Host") ? "" : header + ": " + value + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = request + " HTTP/1.1\r\nHost: " + host + "\r\n" + origin
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void neverShowsATokenAsText() {
        AccessSettings access = new AccessSettings(Optional.of("secret"), Optional.empty(), Optional.empty());

        assertTrue(!access.toString().contains("secret"));
    }

    private static String token(List<String> lines, String scope) {
        return lines.stream()
                .filter(line -> line.startsWith(scope + ' '))
                .map(line -> line.substring(scope.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString(("any:" + token).getBytes(StandardCharsets.UTF_8));
    }
}
