package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.json.JsonType;
import io.heddle.kit.task.Hangup;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A handler that waits long learns that nobody waits for its answer any more.
final class HangupTest {
    private static final JsonType<String> TEXT = new JsonType<>() {};
    private static final long LOOKING = 500;

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final HttpServer server = HttpServer.builder(ServerSettings.onPort(0))
            .routes(this::slow)
            .routes(new Echo())
            .open();

    private void slow(Router router) {
        for (String method : new String[] {"GET", "POST"}) {
            router.add(method, "/slow", "slow", exchange -> {
                int length = exchange.bytes().length;
                try (Hangup _ = Hangup.listen(this::hungUp)) {
                    begun.release();
                    goOn.await();
                }
                exchange.value(TEXT, "waited with " + length);
            });
        }
        router.add("GET", "/moment", "moment", exchange -> {
            try (Hangup _ = Hangup.listen(gone::countDown)) {
                boolean early = gone.await(LOOKING, TimeUnit.MILLISECONDS);
                exchange.value(TEXT, early ? "gone" : "still there");
            }
        });
    }

    private void hungUp() {
        gone.countDown();
        goOn.countDown();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        server.close();
    }

    @Test
    void tellsAHandlerThatItsPeerIsGone() throws Exception {
        Peer peer = Peer.to(server.port()).request("GET /slow", "");
        begun.acquire();

        peer.close();

        assertThat(gone.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsAHandlerThatHasReadABody() throws Exception {
        Peer peer = Peer.to(server.port()).request("POST /slow", "hello");
        begun.acquire();

        peer.close();

        assertThat(gone.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesTheConnectionAsItWas() throws Exception {
        try (Peer peer = Peer.to(server.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(peer.get("/moment").body()).contains("still there");
                assertThat(peer.get("/hello").body()).contains("hello");
            }
        }
    }

    @Test
    void losesNothingOfTheNextRequest() throws Exception {
        try (Peer peer = Peer.to(server.port()).request("GET /slow", "")) {
            begun.acquire();
            peer.request("PUT /bytes", "x".repeat(30_000)).request("GET /one/after", "");
            assertThat(gone.await(LOOKING, TimeUnit.MILLISECONDS)).isFalse();
            goOn.countDown();

            assertThat(peer.read().body()).contains("waited with 0");
            assertThat(peer.read().body()).contains("30000");
            assertThat(peer.read().body()).contains("after");
        }
    }

    @Test
    void saysNothingWhereNobodyWaits() {
        try (Hangup quiet = Hangup.listen(gone::countDown)) {
            assertThat(quiet).isNotNull();
        }
        assertThat(gone.getCount()).isOne();
    }
}
