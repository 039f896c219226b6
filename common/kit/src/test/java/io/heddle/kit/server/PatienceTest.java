package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.server.cors.CorsSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// How long a server waits for its peers, and they for it.
final class PatienceTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void closesAConnectionThatStaysQuiet() throws IOException {
        try (HttpServer server = open(impatient());
                Peer peer = Peer.to(server.port()).patience(5000)) {
            assertThat(peer.closed()).isTrue();
        }
    }

    @Test
    void closesOnAHeadThatComesTooSlowly() throws IOException {
        try (HttpServer server = open(impatient());
                Peer peer = Peer.to(server.port()).patience(5000)) {
            peer.send("GET /hello HTTP/1.1\r\nHost: a\r\nX-Slow:");
            assertThat(peer.closed()).isTrue();
        }
        try (HttpServer server = open(impatient());
                Peer peer = Peer.to(server.port()).patience(5000)) {
            peer.send("GE");
            assertThat(peer.closed()).isTrue();
        }
    }

    @Test
    void closesOnABodyThatComesTooSlowly() throws IOException {
        try (HttpServer server = open(impatient());
                Peer peer = Peer.to(server.port()).patience(5000)) {
            peer.send("PUT /bytes HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
            assertThat(peer.closed()).isTrue();
        }
    }

    @Test
    void closesOnAPeerThatDoesNotReadItsAnswer() throws IOException {
        try (HttpServer server = open(impatient());
                Peer peer = Peer.to(server.port())) {
            for (int i = 0; i < 200; i++) {
                peer.request("GET /streams", "");
            }
            org.awaitility.Awaitility.await().until(() -> !server.ready() || cannotSend(peer));
        }
    }

    @Test
    void letsAHandlerThinkForLongerThanAnyPeerMay() throws Exception {
        CountDownLatch thought = new CountDownLatch(1);
        Routes slow = router -> router.add("GET", "/slow", "slow", exchange -> {
            thought.await();
            exchange.done();
        });
        try (HttpServer server = HttpServer.builder(impatient()).routes(slow).open();
                Peer peer = Peer.to(server.port()).request("GET /slow", "");
                Peer late = Peer.to(server.port()).patience(5000)) {
            late.send("GE");
            assertThat(late.closed()).isTrue();
            thought.countDown();
            assertThat(peer.read(false).status()).isEqualTo(200);
        }
    }

    @Test
    void finishesWhatItHasInHandWhenItDrains() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Routes held = router -> router.add("GET", "/held", "held", exchange -> {
            inside.countDown();
            go.await();
            exchange.done();
        });
        HttpServer server = HttpServer.builder(impatient(10)).routes(held).open();
        try (Peer busy = Peer.to(server.port());
                Peer idle = Peer.to(server.port());
                Peer other = Peer.to(server.port())) {
            assertThat(idle.get("/observe/health").status()).isEqualTo(200);
            assertThat(other.get("/observe/ready").status()).isEqualTo(200);
            busy.request("GET /held", "");
            inside.await();
            Thread drain = Thread.ofVirtual().start(server::drain);
            org.awaitility.Awaitility.await().until(() -> !server.ready());

            Peer.Reply ready = other.get("/observe/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).contains("DRAINING");
            assertThat(ready.header("Connection")).isEqualTo("close");
            go.countDown();
            assertThat(busy.read().status()).isEqualTo(200);
            drain.join();
            assertThat(idle.closed()).isTrue();
        }
    }

    @Test
    void isReadyOnlyWhenItsChecksAgree() throws IOException {
        AtomicBoolean up = new AtomicBoolean();
        try (HttpServer server = HttpServer.builder(impatient())
                        .check("database", up::get)
                        .open();
                Peer peer = Peer.to(server.port())) {
            Peer.Reply down = peer.get("/observe/ready");
            assertThat(down.status()).isEqualTo(503);
            assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\",\"checks\":{\"database\":false}}");
            up.set(true);
            assertThat(peer.get("/observe/ready").body()).contains("UP");
            assertThat(server.ready()).isTrue();
            assertThat(peer.get("/observe/metrics").body())
                    .contains("seconds_count{method=\"GET\",route=\"observe.ready\",status=\"503\"} 1");
        }
    }

    @Test
    void refusesMoreRequestsAtOnceThanItBears() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Routes held = router -> router.add("GET", "/held", "held", exchange -> {
            inside.countDown();
            go.await();
            exchange.done();
        });
        try (HttpServer server = HttpServer.builder(impatient()).routes(held).open();
                Peer first = Peer.to(server.port());
                Peer second = Peer.to(server.port())) {
            first.request("GET /held", "");
            inside.await();
            Peer.Reply reply = second.get("/held");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body()).contains("\"status_code\":503");
            go.countDown();
            assertThat(first.read().status()).isEqualTo(200);
        }
    }

    @Test
    void tellsOtherOriginsWhatTheyMayEvenOnErrors() throws IOException {
        try (HttpServer server = open(impatient());
                Peer peer = Peer.to(server.port())) {
            peer.request("OPTIONS /items", "", "Origin: https://shop.example", "Access-Control-Request-Method: POST");
            Peer.Reply preflight = peer.read();
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
            for (String path : List.of("/hello", "/missing", "/fails", "/one/%ff")) {
                Peer.Reply reply = peer.get(path, "Origin: https://shop.example");
                assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
                assertThat(reply.headers().get("Vary")).contains("Origin");
            }
            assertThat(peer.get("/hello", "Origin: https://evil.example").headers())
                    .doesNotContainKey("Access-Control-Allow-Origin");
            Peer.Reply early = peer.get("/a<b", "Origin: https://shop.example");
            assertThat(early.status()).isEqualTo(400);
        }
    }

    private static boolean cannotSend(Peer peer) {
        try {
            peer.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static HttpServer open(ServerSettings settings) {
        return HttpServer.builder(settings).routes(new Echo()).open();
    }

    private static ServerSettings impatient() {
        return impatient(1);
    }

    private static ServerSettings impatient(int requests) {
        return ServerSettings.with()
                .maxRequests(requests)
                .idleTimeout(SHORT)
                .headerTimeout(SHORT)
                .bodyTimeout(SHORT)
                .writeTimeout(SHORT)
                .drainNotice(SHORT)
                .drainLimit(Duration.ofSeconds(5))
                .cors(CorsSettings.of(List.of("https://shop.example")))
                .build();
    }
}
