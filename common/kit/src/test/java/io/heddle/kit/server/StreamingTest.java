package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.reply.Event;
import io.heddle.kit.json.JsonType;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamingTest {
    private static final JsonType<String> TEXT = new JsonType<>() {};
    private static final int MANY = 1000;

    private final BlockingQueue<LiveEvents> opened = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void open() {
        Routes events = router -> router.add("GET", "/events", "events", exchange -> {
            LiveEvents live = new LiveEvents();
            opened.add(live);
            exchange.events(TEXT, live);
        });
        server = HttpServer.builder(ServerSettings.onPort(0))
                .routes(new Echo())
                .routes(events)
                .open();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsEachEventAtOnce() throws Exception {
        try (Peer peer = subscribed()) {
            LiveEvents live = opened.take();
            live.put(Event.of("7", "one"));
            assertThat(nextChunk(peer)).isEqualTo("id: 7\ndata: \"one\"\n\n");
            live.put(Event.of("2\r\nid: 9", "line\nbreak"));
            assertThat(nextChunk(peer)).isEqualTo("id: 2 id: 9\ndata: \"line\\nbreak\"\n\n");
            live.end();
            assertThat(nextChunk(peer)).isEmpty();
            assertThat(peer.closed()).isTrue();
        }
    }

    @Test
    void closesTheSourceAtOnceWhenThePeerIsGone() throws Exception {
        Peer peer = subscribed();
        LiveEvents live = opened.take();

        peer.close();
        long begun = System.nanoTime();

        assertThat(live.closed().await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isLessThan(100);
    }

    @Test
    void neverLooksCompleteWhenTheSourceFails() throws Exception {
        try (Peer peer = subscribed()) {
            opened.take().fail();

            assertThatThrownBy(() -> nextChunk(peer)).isInstanceOf(IOException.class);
        }
        try (Peer peer = Peer.to(server.port())) {
            assertThatThrownBy(() -> peer.get("/breaks")).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void holdsAThousandQuietPeersAndSeesEachGo() throws Exception {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            peers.add(subscribed());
        }
        List<LiveEvents> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(opened.take());
        }
        all.forEach(live -> live.put(Event.of("x")));
        for (Peer peer : peers) {
            assertThat(nextChunk(peer)).isEqualTo("data: \"x\"\n\n");
            peer.close();
        }
        for (LiveEvents live : all) {
            assertThat(live.closed().await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsStreamsWhenItDrains() throws Exception {
        try (Peer peer = subscribed()) {
            LiveEvents live = opened.take();
            Thread drain = Thread.ofVirtual().start(server::drain);

            assertThat(live.closed().await(10, TimeUnit.SECONDS)).isTrue();
            drain.join();
            assertThat(nextChunk(peer)).isEmpty();
            assertThat(peer.closed()).isTrue();
        }
    }

    @Test
    void completesStreamsWhenItStopsAtOnce() throws Exception {
        try (Peer peer = subscribed()) {
            server.close();

            assertThat(nextChunk(peer)).isEmpty();
        }
    }

    @Test
    void neverLetsAPeerThatDoesNotReadHoldOthersUp() throws Exception {
        try (Peer sleeping = subscribed()) {
            LiveEvents toSleeping = opened.take();
            try (Peer peer = subscribed()) {
                LiveEvents live = opened.take();
                Event<String> large = Event.of("x".repeat(1 << 20));
                for (int i = 0; i < 20; i++) {
                    toSleeping.put(large);
                }
                for (int i = 0; i < 20; i++) {
                    live.put(large);
                    assertThat(nextChunk(peer)).hasSize((1 << 20) + 10);
                }
            }
            assertThat(sleeping).isNotNull();
            assertThat(toSleeping.closed().getCount()).isOne();
        }
    }

    @Test
    void keepsAQuietLineAlive() throws Exception {
        ServerSettings quick =
                ServerSettings.with().heartbeat(Duration.ofMillis(200)).build();
        Routes events = router -> router.add("GET", "/events", "events", exchange -> {
            exchange.events(TEXT, new LiveEvents());
        });
        try (HttpServer lively = HttpServer.builder(quick).routes(events).open();
                Peer peer = subscribed(lively)) {
            assertThat(nextChunk(peer)).isEqualTo(":\n\n");
            assertThat(nextChunk(peer)).isEqualTo(":\n\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/streams", "/lines"})
    void saysNothingOfALengthThatItDoesNotKnow(String path) throws Exception {
        try (Peer peer = Peer.to(server.port()).request("HEAD " + path, "")) {
            Peer.Reply reply = peer.read(true);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).doesNotContainKey("Content-Length").containsKey("Content-Type");
            assertThat(peer.closed()).isTrue();
        }
    }

    private Peer subscribed() throws IOException {
        return subscribed(server);
    }

    private static Peer subscribed(HttpServer server) throws IOException {
        Peer peer = Peer.to(server.port()).request("GET /events", "");
        assertThat(peer.line()).isEqualTo("HTTP/1.1 200 OK");
        List<String> headers = new ArrayList<>();
        for (String line = peer.line(); !line.isEmpty(); line = peer.line()) {
            headers.add(line);
        }
        assertThat(headers).contains("Content-Type: text/event-stream", "Cache-Control: no-cache");
        assertThat(nextChunk(peer)).isEqualTo(": ok\n\n");
        return peer;
    }

    private static String nextChunk(Peer peer) throws IOException {
        int size = Integer.parseInt(peer.line(), 16);
        StringBuilder chunk = new StringBuilder();
        while (chunk.length() < size) {
            chunk.append(peer.line()).append('\n');
        }
        assertThat(peer.line()).isEmpty();
        return chunk.toString();
    }
}
