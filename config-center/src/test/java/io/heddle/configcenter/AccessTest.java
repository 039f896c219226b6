package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
    @TempDir
    private Path folder;

    private static String token(List<String> lines, String scope) {
        return lines.stream()
                .filter(line -> line.startsWith(scope + ' '))
                .map(line -> line.substring(scope.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String given(Http http, String body) {
        return http.post("/tokens", body).data().path("token").asString();
    }

    @Test
    void beyondTheLoopbackAddressItMakesTokensKeepsThemAndDemandsThem() throws IOException {
        List<String> lines;
        try (TestCenter center = TestCenter.in(folder, Map.of("server.host", "0.0.0.0"))) {
            Path file = folder.resolve("config-center.tokens");
            lines = Files.readAllLines(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(center.http().get("/config-center/log/blogger").code()).isEqualTo("token_missing");
            assertThat(center.http().get("/watch?entries=*/blogger").status()).isEqualTo(401);
            assertThat(center.http().publish("log/blogger", "{}").status()).isEqualTo(401);
            assertThat(center.as("wrong").get("/entries").code()).isEqualTo("token_unknown");
            assertThat(center.http().get("/observe/health").status()).isEqualTo(200);
        }
        try (TestCenter center = TestCenter.in(folder, Map.of("server.host", "0.0.0.0"));
                Http reader = center.as(token(lines, "read"));
                Http editor = center.as(token(lines, "edit"));
                Http admin = center.as(token(lines, "admin"))) {
            assertThat(editor.publish("log/blogger", "{\"level\":\"info\"}").status())
                    .isEqualTo(200);
            assertThat(reader.read("log/blogger")).isEqualTo("{\"level\":\"info\"}");
            assertThat(reader.publish("log/blogger", "{}").status()).isEqualTo(403);
            assertThat(editor.get("/tokens").status()).isEqualTo(403);
            assertThat(editor.post("/tokens", "{\"name\":\"a\",\"scope\":\"admin\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(editor.post("/tokens/a/rotate", "{}").status()).isEqualTo(403);
            assertThat(editor.delete("/tokens/a").status()).isEqualTo(403);
            assertThat(editor.post("/keys/rotate", "{}").status()).isEqualTo(403);
            assertThat(admin.get("/tokens").status()).isEqualTo(200);
        }
    }

    @Test
    void aServiceReadsItsOwnAndNothingElse() {
        try (TestCenter center = TestCenter.in(folder, Map.of("center.access.admin_token", "the-admin-token"));
                Http admin = center.as("the-admin-token");
                Http blogger = center.as(given(admin, "{\"name\":\"b\",\"service\":\"blogger\"}"))) {
            admin.publish("database/blogger", "{\"password\":\"hunter2\"}");

            assertThat(blogger.read("database/blogger")).isEqualTo("{\"password\":\"hunter2\"}");
            assertThat(blogger.get("/watch?entries=*/blogger").body()).contains("hunter2");
            assertThat(blogger.get("/config-center/database/article").status()).isEqualTo(403);
            assertThat(blogger.get("/watch?entries=*/blogger,*/article").status())
                    .isEqualTo(403);
            assertThat(blogger.get("/entries").status()).isEqualTo(403);
            assertThat(blogger.publish("database/blogger", "{}").status()).isEqualTo(403);
            assertThat(admin.read("database/blogger")).isEqualTo("{\"password\":\"******\"}");
        }
    }

    @Test
    void aPasswordThatABrowserKeepsChangesNothingForAnotherPage() {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString("me:the-admin-token".getBytes(StandardCharsets.UTF_8));
        String path = "/entries/log/blogger/publish";
        try (TestCenter center = TestCenter.in(folder, Map.of("center.access.admin_token", "the-admin-token"));
                Http http = center.http()) {
            String value = "{\"value\":{}}";
            assertThat(http.send("POST", path, value, "Authorization", basic, "Sec-Fetch-Site", "cross-site")
                            .code())
                    .isEqualTo("origin_foreign");
            assertThat(http.send("POST", path, value, "Authorization", basic, "Origin", "http://evil.example")
                            .code())
                    .isEqualTo("origin_foreign");
            assertThat(http.send("POST", path, value, "Authorization", basic).status())
                    .isEqualTo(200);
            assertThat(http.get("/tokens", "Authorization", basic).status()).isEqualTo(200);
        }
    }

    @Test
    void anOpenServiceIsReadByAnyoneWithItsSecretsMasked() {
        Map<String, String> settings =
                Map.of("center.access.admin_token", "the-admin-token", "center.access.open_services", "shop");
        try (TestCenter center = TestCenter.in(folder, settings);
                Http admin = center.as("the-admin-token")) {
            admin.publish("database/shop", "{\"password\":\"hunter2\"}");

            assertThat(center.http().read("database/shop")).isEqualTo("{\"password\":\"******\"}");
            assertThat(center.http().get("/config-center/database/blogger").status())
                    .isEqualTo(403);
            assertThat(center.http().get("/entries").status()).isEqualTo(401);
        }
    }

    @Test
    void tokensAreGivenOutRotatedAndRevokedByName() {
        try (TestCenter center = TestCenter.in(folder, Map.of("center.access.admin_token", "the-admin-token"));
                Http admin = center.as("the-admin-token")) {
            String first = given(admin, "{\"name\":\"ann\",\"scope\":\"edit\"}");
            try (Http ann = center.as(first)) {
                ann.publish("log/blogger", "{\"level\":\"info\"}");
                assertThat(admin.get("/audit").data().path(0).path("author").asString())
                        .isEqualTo("ann");
            }
            String second =
                    admin.post("/tokens/ann/rotate", "{}").data().path("token").asString();
            try (Http old = center.as(first);
                    Http ann = center.as(second)) {
                assertThat(old.get("/entries").status()).isEqualTo(401);
                assertThat(ann.get("/entries").status()).isEqualTo(200);
                assertThat(admin.delete("/tokens/ann").status()).isEqualTo(200);
                assertThat(ann.get("/entries").status()).isEqualTo(401);
            }
            assertThat(admin.get("/tokens").data().size()).isZero();
            assertThat(admin.delete("/tokens/ann").status()).isEqualTo(404);
            assertThat(admin.post("/tokens/ann/rotate", "{}").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(60)
    void aTokenThatIsRevokedOrRotatedEndsItsStreamsBeforeTheNextSecret(boolean revoked) {
        try (TestCenter center = TestCenter.in(folder);
                Http admin = center.admin();
                Http shop = center.as(center.token("shop"))) {
            admin.publish("database/shop", "{\"password\":\"first-secret\"}");
            Iterator<String> events = shop.events("/events?entries=*/shop");
            assertThat(events.next()).contains("first-secret");

            assertThat((revoked ? admin.delete("/tokens/shop") : admin.post("/tokens/shop/rotate", "{}")).status())
                    .isEqualTo(200);
            admin.publish("database/shop", "{\"password\":\"next-secret\"}");

            assertThat(events.hasNext() ? events.next() : "the end").isEqualTo("the end");
        }
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
        try (TestCenter center = TestCenter.in(folder)) {
            center.http().publish("log/shop", "{}");

            for (String request : List.of("GET /watch?entries=log/shop", "DELETE /entries/log/shop")) {
                String answer = ask(center.port(), request, header, value);
                assertThat(answer).startsWith("HTTP/1.1 " + status);
                assertThat(answer.contains(header.toLowerCase(Locale.ROOT) + "_foreign"))
                        .isEqualTo(status == 403);
            }
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
    void aTokenMustBeForSomething() {
        try (TestCenter center = TestCenter.in(folder)) {
            Http http = center.admin();
            http.post("/tokens", "{\"name\":\"ann\",\"scope\":\"edit\"}");

            assertThat(http.post("/tokens", "{\"name\":\"ann\",\"scope\":\"read\"}")
                            .code())
                    .isEqualTo("name_taken");
            assertThat(http.post("/tokens", "{\"name\":\"bob\"}").message()).contains("service");
            assertThat(http.post("/tokens", "{\"name\":\"bob\",\"scope\":\"king\"}")
                            .message())
                    .contains("scope");
            assertThat(http.post("/tokens", "{\"name\":\"B B\",\"scope\":\"edit\"}")
                            .message())
                    .contains("name");
        }
    }
}
