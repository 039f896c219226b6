package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadInputTest {
    private static final String POST = "POST /items HTTP/1.1\r\nHost: a\r\n";

    private static HttpServer server;

    @BeforeAll
    static void open() {
        server = HttpServer.builder(ServerSettings.onPort(0)).routes(new Echo()).open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","count":"1","parts":[]}                  | count must be a whole number from -2147483648
            {"name":"a","count":1.5,"parts":[]}                  | count must be a whole number from -2147483648
            {"name":"a","count":null,"parts":[]}                 | count must be a whole number from -2147483648
            {"name":"a","count":99999999999,"parts":[]}          | count must be a whole number from -2147483648
            {"name":5,"count":1,"parts":[]}                      | name must be text
            {"name":"a","count":1,"parts":{}}                    | parts must be a list
            {"name":"a","count":1,"parts":[{"kind":"HUGE"}]}     | parts[0].kind must be one of SMALL, LARGE
            {"name":"a","count":1,"parts":[{"kind":1}]}          | parts[0].kind must be one of SMALL, LARGE
            {"name":"a","count":1,"parts":[{"weight":"x"}]}      | parts[0].weight must be a finite number
            {"name":"a","count":1,"parts":[7]}                   | parts[0] must be an object
            {"name":"a","count":1,"parts":[],"extra":1}          | extra is not a known field
            {"name":"a","name":"b","count":1,"parts":[]}         | name is given more than once
            {"name":"a"                                          | the body is not valid JSON
            {"name":"a\\x"}                                      | is not valid JSON
            [1]                                                  | the body must be an object
            {"name":"a","count":" ","parts":[]}                  | count must be a whole number from -2147483648
            {"name":"a","count":1,"parts":[null]}               | parts[0] must not be null
            "text"                                               | the body must be an object
            null                                                 | the body must not be null
            {"name":"a","count":1,"parts":[]} {}                 | the body must hold one JSON value
            """)
    void namesTheFieldThatIsWrong(String body, String message) throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            Peer.Reply reply = peer.post("/items", body);

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body())
                    .startsWith("{\"code\":100001,\"message\":\"")
                    .contains(message);
            assertNoClassIsNamed(reply.body());
            assertThat(peer.get("/hello").status()).isEqualTo(200);
        }
    }

    @Test
    void saysThatABodyIsMissing() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.post("/items", "").body()).contains("the body must not be empty");
        }
    }

    @Test
    void refusesDeepNesting() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            Peer.Reply reply = peer.post("/items", "{\"parts\":" + "[".repeat(100_000));

            assertThat(reply.status()).isEqualTo(400);
        }
    }

    @Test
    void refusesAnotherContentType() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.post("/items", "a=1", "Content-Type: text/plain").status())
                    .isEqualTo(415);
        }
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.post("/form", "{}", "Content-Type: application/json")
                            .status())
                    .isEqualTo(415);
        }
    }

    @Test
    void refusesABodyThatIsCompressed() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.post("/items", "{}", "Content-Type: application/json", "Content-Encoding: gzip")
                            .status())
                    .isEqualTo(415);
        }
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.post("/items", "{}", "Content-Type: application/json", "Content-Encoding: br")
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            /missing 404
            /sum/1/x 400
            /sum/1/99999999999 400
            /one/a%zz 400
            /one/a%2 400
            /one/%ff%fe 400
            /one/a%00b 400
            /one/%c0%af 400
            /one/.. 400
            /one/%2e%2e 400
            /one/. 400
            /../etc/passwd 400
            /one//a 404
            /one/ 404
            //one/a 404
            /query?a=%zz 400
            /query?one=1&one=2 400
            /query?one=%ff 400
            /one/a%2Fb 200
            /one/a;b 200
            /one/%E2%82%AC 200
            /rest/a//b/ 200
            """)
    void readsOnlyCleanPaths(String path, int status) throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            Peer.Reply reply = peer.get(path);

            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            assertThat(reply.body()).startsWith("{\"code\":");
        }
    }

    @Test
    void decodesEachSegmentByItself() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.get("/one/a%2Fb").body()).contains("{\"id\":\"a/b\"}");
            assertThat(peer.get("/one/a+b;c").body()).contains("{\"id\":\"a+b;c\"}");
            assertThat(peer.get("/rest/a/b%20c/").body()).contains("\"a/b c/\"");
        }
    }

    @Test
    void refusesAThousandAndOneParameters() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.get("/query?" + "a&".repeat(1001)).status()).isEqualTo(400);
        }
    }

    @Test
    void saysWhichMethodsAPathHas() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.request("DELETE /hello", "");
            Peer.Reply reply = peer.read();
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
            peer.request("OPTIONS /items", "");
            assertThat(peer.read().header("Allow")).isEqualTo("POST");
            peer.request("BREW /hello", "");
            assertThat(peer.read().status()).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: Chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding:\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5\r\nContent-Length: 5\r\n",
                "Content-Length: 5, 5\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: \r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length : 5\r\n",
                "Content-Length: 5\n",
                " Content-Length: 5\r\n",
                "Bad Name: 5\r\n",
                ": 5\r\n",
                "Host: b\r\n",
                "X: a\rb\r\n"
            })
    void refusesUnclearFramingAndCloses(String headers) throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.send(POST + headers + "\r\nhelloGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
            Peer.Reply reply = peer.read();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).startsWith("{\"code\":100001,\"message\":").contains("\"status_code\":400");
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(restOf(peer)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nhello\r\n0\r\n\r\n",
                "\r\n",
                "-5\r\nhello",
                "+5\r\nhello\r\n0\r\n\r\n",
                "5\r\nhelloXX0\r\n\r\n",
                "ffffffffffffffffffff\r\n",
                "5\nhello\r\n0\r\n\r\n"
            })
    void refusesBrokenChunksAndCloses(String body) throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.send(POST + "Transfer-Encoding: chunked\r\n\r\n" + body);
            Peer.Reply reply = peer.read();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(restOf(peer)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hello HTTP/1.0\r\nHost: a\r\n\r\n",
                "GET /hello HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /hello\r\n\r\n",
                "GET http://a/hello HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a<b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /hello HTTP/1.1\r\n\r\n",
                "hello\r\n\r\n",
                "G{T /hello HTTP/1.1\r\nHost: a\r\n\r\n",
                "G\u00c4T /hello HTTP/1.1\r\nHost: a\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String text) throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.send(text);
            Peer.Reply reply = peer.read();

            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.body()).startsWith("{\"code\":100001,");
        }
    }

    @Test
    void refusesLongLinesAndManyHeaders() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.get("/" + "a".repeat(10_000)).status()).isEqualTo(414);
        }
        try (Peer peer = Peer.to(server.port())) {
            assertThat(peer.get("/hello", "X: " + "a".repeat(20_000)).status()).isEqualTo(431);
        }
        try (Peer peer = Peer.to(server.port())) {
            String[] headers = new String[5000];
            Arrays.setAll(headers, i -> "X" + i + ": 1");
            assertThat(peer.get("/hello", headers).status()).isEqualTo(431);
        }
    }

    @Test
    void refusesAnAnnouncedGigabyteWithoutReadingIt() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.send(POST + "Content-Length: 1073741824\r\n\r\n" + "x".repeat(100_000));
            Peer.Reply reply = peer.read();

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.body()).contains("limit of 4194304 bytes");
        }
    }

    @Test
    void refusesAStreamedBodyAtTheLimit() throws IOException {
        byte[] chunk = ("100000\r\n" + "y".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Peer peer = Peer.to(server.port())) {
            peer.send("PUT /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 4; i++) {
                peer.send(chunk);
            }
            peer.send("1\r\nz\r\n0\r\n\r\n");

            assertThat(peer.read().status()).isEqualTo(413);
            assertThat(peer.closed()).isTrue();
        }
    }

    @Test
    void refusesAnEndlessChunkLine() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.send(POST + "Transfer-Encoding: chunked\r\n\r\n" + "1;" + "x".repeat(5000));

            assertThat(peer.read().status()).isEqualTo(400);
        }
    }

    @Test
    void answersBeforeABodyThatNoOneReadsAndCloses() throws IOException {
        try (Peer peer = Peer.to(server.port())) {
            peer.send("POST /missing HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            Peer.Reply reply = peer.read();

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(peer.closed()).isTrue();
        }
    }

    private static String restOf(Peer peer) throws IOException {
        return peer.closed() ? "" : peer.line();
    }

    private static void assertNoClassIsNamed(String body) {
        assertThat(body).doesNotContain("io.heddle", "java.", "tools.jackson", "Echo", "Item", "Part");
    }
}
