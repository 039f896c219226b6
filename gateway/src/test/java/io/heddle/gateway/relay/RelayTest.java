package io.heddle.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The relay between real sockets: a client, the gateway's server, and the server of a service.
class RelayTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger failuresLeft = new AtomicInteger();
    private HttpServer service;
    private HttpServer gateway;
    private Clients clients;
    private Relay relay;

    @BeforeEach
    void open() {
        service =
                HttpServer.builder(ServerSettings.onPort(0)).routes(this::serve).open();
        Targets there = new Targets("there", List.of(Target.of("127.0.0.1", service.port())));
        clients = Clients.open(
                withGone(), name -> name.equals("there") ? there : Targets.none(name), Traces.off(), Metrics.create());
        relay = Relay.open(RelaySettings.standard(), Http1Settings.standard(), clients, Traces.off());
        gateway = HttpServer.builder(ServerSettings.onPort(0)).routes(relay).open();
    }

    /// A service that is known and never answers.
    private static ClientSettings withGone() {
        return ClientSettings.standard().with("gone", "http://127.0.0.1:1");
    }

    @AfterEach
    void close() {
        goOn.countDown();
        gateway.close();
        relay.close();
        clients.close();
        service.close();
    }

    private void serve(Router router) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            router.add(method, "/echo/{rest:+}", "echo", RelayTest::echo);
        }
        router.add(
                "GET",
                "/large",
                "large",
                exchange -> exchange.raw(200, "text/x", "y".repeat(300_000).getBytes(StandardCharsets.UTF_8)));
        router.add("GET", "/slow", "slow", this::slow);
        router.add("GET", "/broken", "broken", RelayTest::broken);
        router.add("GET", "/busy", "busy", this::busy);
        router.add("POST", "/busy", "busy", this::busy);
        router.add("GET", "/cookies", "cookies", RelayTest::cookies);
    }

    /// Says in its answer what it was asked.
    private static void echo(Exchange exchange) {
        TreeMap<String, String> headers = new TreeMap<>();
        exchange.eachHeader(
                (name, value) -> headers.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + "|" + b));
        String body = new String(exchange.bytes(), StandardCharsets.UTF_8);
        exchange.header("X-Answer", "yes");
        String text = exchange.method() + ' ' + exchange.rawTarget() + '\n' + headers + '\n' + body;
        exchange.raw(299, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private void slow(Exchange exchange) throws IOException, InterruptedException {
        OutputStream out = exchange.open(200, -1);
        out.write("first ".getBytes(StandardCharsets.UTF_8));
        out.flush();
        goOn.await();
        out.write("second".getBytes(StandardCharsets.UTF_8));
        out.close();
    }

    private static void broken(Exchange exchange) throws IOException {
        OutputStream out = exchange.open(200, -1);
        out.write("half of it".getBytes(StandardCharsets.UTF_8));
        out.flush();
        throw new IOException("broken on purpose");
    }

    private void busy(Exchange exchange) {
        boolean failing = failuresLeft.getAndDecrement() > 0;
        exchange.raw(failing ? 503 : 200, "text/plain", "done".getBytes(StandardCharsets.UTF_8));
    }

    private static void cookies(Exchange exchange) {
        exchange.header("Set-Cookie", "a=1");
        exchange.header("Set-Cookie", "b=2");
        exchange.raw(204, new byte[0], 0);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void passesMethodPathQueryBodyStatusAndHeadersAsTheyAre(String method) throws Exception {
        var answer =
                send(method, "/there/echo/a%2Fb/%C3%BC;x?q=%26+1", method.equals("GET") ? "" : "hello", "X-Mine", "7");
        assertThat(answer.statusCode()).isEqualTo(299);
        assertThat(answer.headers().firstValue("X-Answer")).contains("yes");
        assertThat(answer.body())
                .startsWith(method + " /echo/a%2Fb/%C3%BC;x?q=%26+1\n")
                .contains("x-mine=7");
        assertThat(answer.body()).endsWith(method.equals("GET") ? "\n" : "hello");
    }

    @Test
    void saysWhereARequestComesFromAndBelievesNobodyElse() throws Exception {
        String body = send(
                        "GET",
                        "/there/echo/x",
                        "",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Real-IP",
                        "6.6.6.6",
                        "Forwarded",
                        "for=6.6.6.6")
                .body();
        assertThat(body)
                .doesNotContain("6.6.6.6")
                .contains("x-forwarded-for=127.0.0.1", "x-forwarded-proto=http", "x-forwarded-prefix=/there")
                .contains("x-forwarded-host=127.0.0.1:" + gateway.port());
    }

    @Test
    void keepsToItselfWhatConcernsOneConnection() throws Exception {
        String answer = raw("GET /there/echo/x HTTP/1.1\r\nHost: g\r\nConnection: close, X-Private\r\n"
                + "X-Private: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\nX-Public: 2\r\n\r\n");
        assertThat(answer).contains("x-public=2").doesNotContain("x-private", "keep-alive=", "te=trailers");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void streamsLargeBodiesBothWays() throws Exception {
        assertThat(send("GET", "/there/large", "").body()).hasSize(300_000);
        String large = "z".repeat(1_000_000);
        assertThat(send("POST", "/there/echo/x", large).body()).endsWith(large);
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/there/echo/x"))
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(http.send(chunked, BodyHandlers.ofString()).body())
                .contains("transfer-encoding=chunked")
                .endsWith(large);
    }

    @Test
    void passesOnWhatHasComeBeforeTheRestIsThere() throws Exception {
        HttpRequest slow = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/there/slow"))
                .build();
        try (InputStream body = http.send(slow, BodyHandlers.ofInputStream()).body()) {
            assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("first ");
            goOn.countDown();
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second");
        }
    }

    @Test
    void neverLetsABrokenAnswerLookWhole() {
        assertThatThrownBy(() -> send("GET", "/there/broken", "")).isInstanceOf(IOException.class);
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        String answer = raw("HEAD /there/large HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: 300000")
                .endsWith("\r\n\r\n");
    }

    @Test
    void passesEachCookieByItself() throws Exception {
        assertThat(send("GET", "/there/cookies", "").headers().allValues("Set-Cookie"))
                .containsExactly("a=1", "b=2");
    }

    @Test
    void triesAgainOnlyWhatIsSafe() throws Exception {
        failuresLeft.set(1);
        assertThat(send("GET", "/there/busy", "").statusCode()).isEqualTo(200);
        failuresLeft.set(1);
        assertThat(send("POST", "/there/busy", "x").statusCode()).isEqualTo(503);
    }

    @Test
    void saysWhenAServiceIsUnknownOrAway() throws Exception {
        assertThat(send("GET", "/nobody/x", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/NOT%20A%20NAME/x", "").statusCode()).isEqualTo(404);
        var away = send("GET", "/gone/x", "");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("gone could not be reached").doesNotContain("io.heddle", "Exception");
    }
}
