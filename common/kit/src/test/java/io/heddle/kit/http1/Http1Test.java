package io.heddle.kit.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.RawPeer;
import io.heddle.kit.http1.Http1.Use;
import io.heddle.kit.http1.TransportException.Kind;
import io.heddle.kit.tls.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http1Test {
    /// A port that nothing listens on: it is reserved for a protocol that died out.
    private static final int NOBODY = 1;

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final Http1 http1 = Http1.open(Http1Settings.standard());

    @AfterEach
    void close() {
        http1.close();
    }

    private record Got(int status, String body, boolean reused) {}

    private Got get(RawPeer peer) {
        return get(peer, Use.ANY, Duration.ofSeconds(5));
    }

    private Got get(RawPeer peer, Use use, Duration limit) {
        Connection connection = connect(peer, use, limit);
        try (connection) {
            connection.put("GET / HTTP/1.1\r\nHost: x\r\n\r\n").flush();
            ResponseHead head = connection.readHead(false);
            String body = new String(connection.body().readAllBytes(), StandardCharsets.UTF_8);
            connection.release();
            return new Got(head.status(), body, connection.reused());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect(RawPeer peer, Use use, Duration limit) {
        return http1.connect(Peer.plain("127.0.0.1", peer.port()), System.nanoTime() + limit.toNanos(), use);
    }

    @Test
    void readsABodyOfAKnownLengthAndKeepsTheConnection() {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 5\r\n\r\nhello")) {
            assertThat(get(peer)).isEqualTo(new Got(200, "hello", false));
            assertThat(get(peer)).isEqualTo(new Got(200, "hello", true));
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    @Test
    void anExchangeThatIsOverCannotDisturbTheNextOne() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 5\r\n\r\nhello")) {
            Connection first = exchange(peer);
            InputStream body = first.body();
            assertThat(body.readAllBytes()).hasSize(5);
            first.release();
            Connection second = exchange(peer);
            assertThat(second.reused()).isTrue();

            first.close();
            body.close();
            first.deadline(0);

            assertThat(second.body().readAllBytes()).hasSize(5);
            assertThatThrownBy(body::read).isInstanceOf(TransportException.class);
            second.release();
        }
    }

    private Connection exchange(RawPeer peer) {
        Connection connection = connect(peer, Use.ANY, Duration.ofSeconds(5));
        connection.put("GET / HTTP/1.1\r\nHost: x\r\n\r\n").flush();
        assertThat(connection.readHead(false).status()).isEqualTo(200);
        return connection;
    }

    @Test
    void readsChunksWithExtensionsAndTrailers() {
        String chunked =
                OK + "Transfer-Encoding: chunked\r\n\r\n5;x=\"y\"\r\nhello\r\n6\r\n world\r\n0\r\nT: 1\r\n\r\n";
        try (RawPeer peer = RawPeer.answering(chunked)) {
            assertThat(get(peer).body()).isEqualTo("hello world");
            assertThat(get(peer)).isEqualTo(new Got(200, "hello world", true));
        }
    }

    @Test
    void readsABodyThatEndsWithTheConnection() {
        try (RawPeer peer = RawPeer.open((exchange, _) -> {
            exchange.request();
            exchange.send(OK + "\r\nall there is");
        })) {
            assertThat(get(peer)).isEqualTo(new Got(200, "all there is", false));
            assertThat(get(peer).reused()).isFalse();
        }
    }

    @Test
    void skipsInformationalAnswers() {
        String early = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        try (RawPeer peer = RawPeer.answering(early + OK + "Content-Length: 2\r\n\r\nok")) {
            assertThat(get(peer).body()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 \r\n\r\n", "HTTP/1.1 204\r\n\r\n", "HTTP/1.1 304 Not Modified\r\n\r\n"})
    void takesAnswersWithoutABody(String answer) {
        try (RawPeer peer = RawPeer.answering(answer)) {
            assertThat(get(peer).body()).isEmpty();
            assertThat(get(peer).reused()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nName : value\r\n\r\n",
                "HTTP/1.1 200 OK\r\n folded: value\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nok\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2 x\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\noktoo much\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1111111111111111\r\n"
            })
    void refusesAnAnswerThatIsNotAsRfc9112HasIt(String answer) {
        try (RawPeer peer = RawPeer.answering(answer)) {
            assertThatThrownBy(() -> get(peer))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED));
        }
    }

    @Test
    void refusesAHeadOverTheLimit() {
        String flood = OK + "X: " + "y".repeat(Http1Settings.standard().maxHead()) + "\r\n\r\n";
        try (RawPeer peer = RawPeer.answering(flood)) {
            assertThatThrownBy(() -> get(peer)).hasMessageContaining("a head of more than");
        }
    }

    @Test
    void doesNotReuseAConnectionOnWhichTheAnswerWentOn() {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 2\r\n\r\nokHTTP/1.1 500 Split\r\n\r\n")) {
            assertThat(get(peer).body()).isEqualTo("ok");
            assertThat(get(peer)).isEqualTo(new Got(200, "ok", false));
        }
    }

    @Test
    void saysThatABodyBrokeOff() {
        try (RawPeer peer = RawPeer.open((exchange, _) -> {
            exchange.request();
            exchange.send(OK + "Content-Length: 50\r\n\r\nshort");
        })) {
            assertThatThrownBy(() -> get(peer))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BROKEN));
        }
    }

    @Test
    void cutsASlowBodyOffAtTheDeadline() {
        CountDownLatch cutOff = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.open((exchange, _) -> {
            exchange.request();
            exchange.send(OK + "Content-Length: 50\r\n\r\nslow");
            exchange.awaitClose();
            cutOff.countDown();
        })) {
            assertThatThrownBy(() -> get(peer, Use.ANY, Duration.ofMillis(100)))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
            assertThat(await(cutOff)).isTrue();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void seesThatAKeptConnectionWasClosedWhenAskedToLook() {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.open((exchange, number) -> {
            exchange.request();
            exchange.send(OK + "Content-Length: 2\r\n\r\nok");
            if (number == 1) {
                closed.countDown();
                return;
            }
            exchange.awaitClose();
        })) {
            get(peer);
            assertThat(await(closed)).isTrue();
            peer.hangUp();
            assertThat(get(peer, Use.CHECKED, Duration.ofSeconds(5)).reused()).isFalse();
        }
    }

    @Test
    void saysThatThePeerNeverSawARequestItCouldNotConnectFor() {
        assertThatThrownBy(() ->
                        http1.connect(Peer.plain("127.0.0.1", NOBODY), System.nanoTime() + 1_000_000_000L, Use.ANY))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.neverSent()).isTrue());
    }

    @Test
    void letsAtMostTheLimitOfConnectionsOutAndCountsNoneTwice() {
        Http1Settings one = new Http1Settings(
                Duration.ofSeconds(1),
                1,
                Duration.ofMillis(20),
                1,
                Duration.ofSeconds(20),
                32_768,
                TlsSettings.standard());
        try (Http1 small = Http1.open(one);
                RawPeer peer = RawPeer.answering(OK + "Content-Length: 0\r\n\r\n")) {
            Peer target = Peer.plain("127.0.0.1", peer.port());
            long far = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            Connection held = small.connect(target, far, Use.ANY);
            assertThatThrownBy(() -> small.connect(target, far, Use.ANY))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXHAUSTED));
            held.close();
            held.close();
            small.connect(target, far, Use.ANY).close();
            assertThat(small.openConnections(target)).isZero();
        }
    }
}
