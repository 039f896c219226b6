package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.config.SettingsException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpServerTest {
    private HttpServer server;
    private Peer peer;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.builder(ServerSettings.onPort(0)).routes(new Echo()).open();
        peer = Peer.to(server.port());
    }

    @AfterEach
    void close() throws IOException {
        peer.close();
        server.close();
    }

    @Test
    void aPortThatIsTakenIsAnErrorOfItsSettings() {
        try (HttpServer other = HttpServer.builder(ServerSettings.onPort(0)).open()) {
            HttpServer.Builder second = HttpServer.builder(ServerSettings.onPort(other.port()));
            assertThatThrownBy(second::open)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("server.port: 127.0.0.1:" + other.port() + " cannot be bound");
        }
    }

    @Test
    void answersInTheEnvelope() throws IOException {
        Peer.Reply reply = peer.get("/hello");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"code\":0,\"data\":\"hello\"}");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThat(peer.get("/hello").status()).isEqualTo(200);
            assertThat(peer.post("/items", "{\"name\":\"a\",\"count\":1,\"parts\":[]}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void readsAJsonBody() throws IOException {
        String item =
                "{\"name\":\"a\",\"count\":1,\"parts\":[{\"part_name\":\"p\",\"weight\":1.5,\"kind\":\"LARGE\"}]}";

        assertThat(peer.post("/items", item, "Content-Type: application/json").body())
                .isEqualTo("{\"code\":0,\"data\":" + item + "}");
    }

    @Test
    void readsAChunkedBodyWithExtensionsAndTrailers() throws IOException {
        peer.send("PUT /bytes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;name=x\r\nabc\r\n5\r\ndefgh\r\n0\r\nTrailer: t\r\n\r\n");

        assertThat(peer.read().body()).isEqualTo("{\"code\":0,\"data\":\"8\"}");
        assertThat(peer.get("/hello").status()).isEqualTo(200);
    }

    @Test
    void readsAChunkLargerThanItsPieces() throws IOException {
        String chunk = "y".repeat(200_002);
        peer.send("PUT /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n0\r\n\r\n");

        assertThat(peer.read().body()).isEqualTo("{\"code\":0,\"data\":\"200002\"}");
        assertThat(peer.get("/hello").status()).isEqualTo(200);
    }

    @Test
    void answersHeadLikeGetWithoutABody() throws IOException {
        peer.request("HEAD /hello", "");
        Peer.Reply head = peer.read(true);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("25");
        assertThat(peer.get("/hello").body()).hasSize(25);
    }

    @Test
    void closesWhenAskedTo() throws IOException {
        Peer.Reply reply = peer.get("/hello", "Connection: TE, Close");

        assertThat(reply.header("Connection")).isEqualToIgnoringCase("close");
        assertThat(peer.patience(1000).closed()).isTrue();
    }

    @Test
    void answersAnErrorWithItsCodeAndNoMore() throws IOException {
        assertThat(peer.get("/refuses").body())
                .isEqualTo("{\"code\":\"OUT_OF_STOCK\",\"message\":\"it is sold out\",\"status_code\":409}");
        Peer.Reply failed = peer.get("/fails");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body()).isEqualTo("{\"code\":100001,\"message\":\"Internal error\",\"status_code\":500}");
        assertThat(peer.get("/nothing").status()).isEqualTo(500);
        assertThat(peer.get("/splits").status()).isEqualTo(500);
    }

    @Test
    void tellsAProblemToThoseWhoAskForOne() throws IOException {
        Peer.Reply reply = peer.get("/refuses", "Accept: application/problem+json");

        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"detail\":\"it is sold out\",\"code\":\"OUT_OF_STOCK\"}");
    }

    @Test
    void echoesAGoodRequestIdAndMakesOneOtherwise() throws IOException {
        assertThat(peer.get("/hello", "X-Request-Id: abc-1").header("X-Request-Id"))
                .isEqualTo("abc-1");
        assertThat(peer.get("/missing", "X-Request-Id: a b").header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void compressesLargeAnswersForThoseWhoAcceptIt() throws IOException {
        Peer.Reply small = peer.get("/large", "Accept-Encoding: br, gzip;q=0.5");
        Peer.Reply plain = peer.get("/large", "Accept-Encoding: gzip;q=0");

        assertThat(peer.get("/large", "Accept-Encoding: br", "Accept-Encoding: gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(small.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(small.bytes().length).isLessThan(500);
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.body()).hasSize(5020);
        assertThat(peer.get("/hello", "Accept-Encoding: gzip").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void answersNotModifiedByTheTagOfReadyBytes() throws IOException {
        Peer.Reply first = peer.get("/prepared");
        Peer.Reply again = peer.get("/prepared", "If-None-Match: " + first.header("ETag"));
        Peer.Reply small = peer.get("/prepared", "Accept-Encoding: gzip");

        assertThat(first.body()).contains("ready");
        assertThat(again.status()).isEqualTo(304);
        for (String known : new String[] {"*", "\"x\", W/\"r1\"", "\"x\"\r\nIf-None-Match: \"r1\""}) {
            assertThat(peer.get("/prepared", "If-None-Match: " + known).status())
                    .isEqualTo(304);
        }
        for (String other : new String[] {"\"x\"", "r1", "\"r1x\"", "\"xr1\""}) {
            assertThat(peer.get("/prepared", "If-None-Match: " + other).status())
                    .isEqualTo(200);
        }
        assertThat(small.bytes()).containsExactly(1, 2, 3);
        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(peer.get("/hello").status()).isEqualTo(200);
    }

    @Test
    void bindsTheDeadlineAndRefusesWorkThatIsTooLate() throws IOException {
        assertThat(peer.get("/deadline").body()).contains("none");
        assertThat(peer.get("/deadline", "X-Deadline-Ms: 5000").body()).contains("PT4.9");
        assertThat(peer.get("/deadline", "X-Deadline-Ms: 0").status()).isEqualTo(504);
    }

    @Test
    void worksWithinTheTraceOfTheCaller() throws IOException {
        String ids = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7";

        assertThat(peer.get("/trace", "b3: " + ids + "-1").body()).contains(ids);
        assertThat(peer.get("/trace").body()).contains("\"-\"");
    }

    @Test
    void readsFormsCookiesAndQueries() throws IOException {
        assertThat(peer.post("/form", "a=1+2&b=%C3%BC", "Content-Type: application/x-www-form-urlencoded")
                        .body())
                .contains("{\"a\":\"1 2\",\"b\":\"ü\"}");
        assertThat(peer.get("/cookies", "Cookie: s=\"x y\"; t=2").body()).contains("{\"s\":\"x y\",\"t\":\"2\"}");
        assertThat(peer.get("/query?a=1+2&b=%26&c").body()).contains("{\"a\":\"1 2\",\"b\":\"&\",\"c\":\"\"}");
    }

    @Test
    void streamsWholeAnswersAndLines() throws IOException {
        assertThat(peer.get("/streams").body()).hasSize(40_000);
        assertThat(peer.get("/lines").body()).isEqualTo("\"a\"\n\"b\"\n");
        assertThat(peer.get("/hello").status()).isEqualTo(200);
    }

    /// A close with requests unread would be a reset, and that takes away answers that are still on their way.
    @Test
    void whoAsksAheadGetsAllAnswersUpToTheOneThatEndsTheConnection() throws IOException {
        int asked = 60;
        String last = "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        String ask = "GET /streams HTTP/1.1\r\nHost: a\r\n\r\n";
        Thread.ofVirtual().start(() -> {
            try {
                peer.send(ask.repeat(asked) + last + ask.repeat(1000));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        for (int i = 0; i < asked; i++) {
            assertThat(peer.read().body()).hasSize(40_000);
        }
        assertThat(peer.read().header("Connection")).isEqualTo("close");
    }
}
