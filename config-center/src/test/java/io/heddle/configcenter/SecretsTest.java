package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is secret is nowhere but at the service that owns it.
final class SecretsTest {
    private static final String SECRET = "hunter2-is-not-a-password";
    private static final String DATABASE = "{\"url\":\"jdbc:x\",\"password\":\"" + SECRET + "\"}";
    private static final String MASKED = "{\"url\":\"jdbc:x\",\"password\":\"******\"}";

    @TempDir
    private Path folder;

    private TestCenter center;
    private Http http;

    @BeforeEach
    void open() {
        center = TestCenter.in(folder);
        http = center.http();
    }

    @AfterEach
    void close() {
        center.close();
    }

    private Http owner() {
        return center.as(center.token("blogger"));
    }

    @Test
    void onlyTheTokenOfTheServiceThatOwnsItIsToldASecret() {
        http.publish("database/blogger", DATABASE);
        http.publish("database/article", DATABASE);

        try (Http owner = owner()) {
            assertThat(http.read("database/blogger")).isEqualTo(MASKED);
            assertThat(owner.read("database/blogger")).isEqualTo(DATABASE);
            assertThat(owner.read("database/article")).isEqualTo(MASKED);
            assertThat(owner.get("/watch?entries=*/blogger,*/article").body())
                    .contains("\"service\":\"blogger\",\"revision\":2,\"value\":" + DATABASE)
                    .contains("\"value\":" + MASKED);
            assertThat(http.get("/watch?entries=*/blogger").body()).doesNotContain(SECRET);
        }
    }

    @Test
    void noEditorSeesASecretAgain() {
        http.put("/entries/database/blogger/draft", DATABASE);
        long first = http.post("/entries/database/blogger/publish", "{}").revision();
        http.put("/entries/database/blogger/draft", DATABASE.replace(SECRET, "another-" + SECRET));
        http.put(
                "/entries/database/blogger/gray",
                "{\"labels\":[\"canary\"],\"value\":" + DATABASE.replace(SECRET, "gray-" + SECRET) + "}");

        List<String> seen = Stream.of(
                        "/entries",
                        "/entries/database/blogger",
                        "/entries/database/blogger/draft",
                        "/entries/database/blogger/releases",
                        "/entries/database/blogger/releases/" + first,
                        "/entries/database/blogger/diff?from=" + first,
                        "/audit",
                        "/export",
                        "/observe/metrics",
                        "/config-center/database/blogger?label=canary")
                .map(path -> http.get(path).body())
                .toList();

        assertThat(seen).allSatisfy(body -> assertThat(body).doesNotContain(SECRET));
        assertThat(http.get("/entries/database/blogger/diff?from=" + first)
                        .data()
                        .toString())
                .isEqualTo("[{\"path\":\"/password\",\"before\":\"******\",\"after\":\"******\"}]");
    }

    @Test
    void aMaskThatComesBackKeepsTheSecret() {
        http.publish("database/blogger", DATABASE);

        http.put("/entries/database/blogger/draft", MASKED.replace("jdbc:x", "jdbc:y"));
        http.post("/entries/database/blogger/publish", "{}");

        try (Http owner = owner()) {
            assertThat(owner.read("database/blogger")).isEqualTo(DATABASE.replace("jdbc:x", "jdbc:y"));
        }
    }

    @Test
    void aMaskThatStandsForNothingIsRefused() {
        Http.Answer nothing = http.publish("database/blogger", MASKED);
        Http.Answer elsewhere = http.publish("database/blogger", "{\"url\":\"******\"}");

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.json().path("error").path(0).path("field").asString())
                .isEqualTo("/password");
        assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void theSchemaSaysWhatElseIsSecret() {
        http.put(
                "/schemas/mail",
                "{\"properties\":{\"pin\":{\"writeOnly\":true},\"box\":{\"$ref\":\"#/$defs/box\"}},"
                        + "\"$defs\":{\"box\":{\"items\":{\"format\":\"password\"}}}}");
        http.publish("mail/blogger", "{\"pin\":1234,\"box\":[\"" + SECRET + "\"],\"to\":\"me\"}");

        assertThat(http.read("mail/blogger")).isEqualTo("{\"pin\":\"******\",\"box\":[\"******\"],\"to\":\"me\"}");
        try (Http owner = owner()) {
            assertThat(owner.read("mail/blogger"))
                    .isEqualTo("{\"pin\":1234,\"box\":[\"" + SECRET + "\"],\"to\":\"me\"}");
        }
    }

    @Test
    void theFilesHoldNoSecretAndNoToken() throws Exception {
        http.publish("database/blogger", DATABASE);
        http.put("/entries/database/blogger/draft", DATABASE);
        center.admin().post("/keys/rotate", "{}");
        String token = center.token("a");
        center.close();

        assertThat(bytes(folder)).doesNotContain(SECRET).doesNotContain(token).contains("database");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("config.keys"))))
                .isEqualTo("rw-------");
        center = TestCenter.in(folder);
    }

    private static String bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(SecretsTest::read).reduce("", String::concat);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherKeySealsEverythingAnewAndNothingIsLost() throws Exception {
        http.publish("database/blogger", DATABASE.replace(SECRET, "old"));
        http.publish("database/blogger", DATABASE);
        http.put("/entries/database/blogger/draft", DATABASE);

        Http.Answer rotated = center.admin().post("/keys/rotate", "{}");

        assertThat(rotated.data().toString()).isEqualTo("{\"key\":\"k2\",\"values\":3}");
        Path keys = folder.resolve("config.keys");
        assertThat(Files.readAllLines(keys)).hasSize(2);
        center.close();
        Files.write(keys, List.of(Files.readAllLines(keys).get(1)));
        center = TestCenter.in(folder);
        http = center.http();
        try (Http owner = owner()) {
            assertThat(owner.read("database/blogger")).isEqualTo(DATABASE);
        }
    }

    @Test
    void neitherLogsNorTracesHoldASecretOrAToken() throws IOException {
        ByteArrayOutputStream spans = new ByteArrayOutputStream();
        HttpServer collector = collector(spans);
        Path log = folder.resolve("all.log");
        Map<String, String> settings = Map.of(
                "trace.url",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/api/v2/spans",
                "trace.per_second",
                "1000000",
                "log.file",
                log.toString(),
                "log.level",
                "trace",
                "server.access_log",
                "true");
        String token;
        try (TestCenter traced = TestCenter.in(folder.resolve("traced"), settings)) {
            traced.http().publish("database/blogger", DATABASE);
            traced.http().publish("database/blogger", DATABASE.replace("\"}", "\",\"a\":\"******\"}"));
            token = traced.token("blogger");
            try (Http owner = traced.as(token)) {
                assertThat(owner.read("database/blogger")).isEqualTo(DATABASE);
            }
        }
        collector.stop(0);

        assertThat(spans.toString(StandardCharsets.UTF_8))
                .contains("config_release")
                .doesNotContain(SECRET)
                .doesNotContain(token);
        assertThat(Files.readString(log))
                .contains("/entries/database")
                .doesNotContain(SECRET)
                .doesNotContain(token);
    }

    private static HttpServer collector(ByteArrayOutputStream spans) throws IOException {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            InputStream body = exchange.getRequestBody();
            byte[] sent = (zipped ? new GZIPInputStream(body) : body).readAllBytes();
            synchronized (spans) {
                spans.writeBytes(sent);
            }
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        collector.start();
        return collector;
    }
}
