package io.heddle.testkit.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/// What breaks servers: lists of known tricks.
final class Tricks {
    static final List<String> TOKENS = List.of(
            "\r\n", "\n", "\r", "\0", "\t", " ", ":", ";", ",", "%", "%00", "%zz", "%2", "%2e%2e", "%2f", "%c0%af",
            "%ff%fe", "..", "../", "//", "\u00ff", "\u0085", "{", "}", "[[[[", "\"", "\\", "\\u0000", "\\ud800",
            "1e999999999", "-1", "0x1", "NaN", "null", "true", "*", "#", "?", "&", "=", "|", "<", "^", "`", "0\r\n\r\n",
            "\r\n\r\n", "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n", "Content-Length: 3\r\n",
            "Transfer-Encoding: chunked\r\n", "Host: b\r\n", "Expect: 100-continue\r\n", "Upgrade: h2c\r\n");

    static final List<String> FRAMING = List.of(
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 0",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: Chunked",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding : chunked",
            " Transfer-Encoding: chunked",
            "X: y\r\n Transfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
            "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding\0: chunked",
            "Content-Length: +5",
            "Content-Length: -5",
            "Content-Length: 5 5",
            "Content-Length: 5, 5",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5\r\ncontent-length: 5",
            "Content-Length: 0x5",
            "Content-Length: 5;",
            "Content-Length: 99999999999999999999",
            "Content-Length: 9223372036854775807",
            "Content-Length:",
            "Content_Length: 5",
            "Content-Length: 5\nX: y",
            "X: a\rContent-Length: 5",
            "X: a\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a",
            "X: \0",
            "Connection: close, content-length, host, x-forwarded-for",
            "Connection: upgrade\r\nUpgrade: websocket",
            "Trailer: Content-Length\r\nTE: trailers",
            "Host: b",
            "Host:",
            ": x",
            "Nothing",
            "B\u00e4d: x");

    static final List<String> CHUNKS = List.of(
            "5\r\nhello\r\n0\r\n\r\n",
            "5;a=b\r\nhello\r\n0\r\n\r\n",
            "5;a=\"\r\n\"\r\nhello\r\n0\r\n\r\n",
            "5\nhello\n0\n\n",
            "05\r\nhello\r\n0\r\n\r\n",
            "0x5\r\nhello\r\n0\r\n\r\n",
            "+5\r\nhello\r\n0\r\n\r\n",
            "-5\r\nhello\r\n0\r\n\r\n",
            "5 \r\nhello\r\n0\r\n\r\n",
            "ffffffffffffffff\r\nhello",
            "7fffffff\r\nhello",
            "5\r\nhelloGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
            "0\r\nContent-Length: 5\r\n\r\n",
            "0\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
            "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
            "\r\n",
            "zz\r\n",
            "5\r\nhello");

    static final List<String> LINES = List.of(
            "GET http://localhost/observe/health HTTP/1.1",
            "GET https://evil.example:1/x HTTP/1.1",
            "GET //evil.example/x HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "GET * HTTP/1.1",
            "CONNECT localhost:1 HTTP/1.1",
            "CONNECT / HTTP/1.1",
            "TRACE / HTTP/1.1",
            "PRI * HTTP/2.0",
            "GET / HTTP/1.0",
            "GET / HTTP/0.9",
            "GET / HTTP/2.0",
            "GET / http/1.1",
            "GET / HTTP/1.1x",
            "GET / HTTP/1.1 ",
            "GET /",
            "GET",
            " GET / HTTP/1.1",
            "GET\t/\tHTTP/1.1",
            "GET  / HTTP/1.1",
            "GET / \u00e4 HTTP/1.1",
            "G\u00c4T / HTTP/1.1",
            "GET /%00 HTTP/1.1",
            "GET /a%0d%0aX:%20y HTTP/1.1",
            "GET /..%2f..%2fetc/passwd HTTP/1.1",
            "GET /../../etc/passwd HTTP/1.1",
            "GET /\\..\\ HTTP/1.1",
            "GET /;/x HTTP/1.1",
            "GET /#x HTTP/1.1",
            "GET ?x HTTP/1.1",
            "GET x HTTP/1.1");

    static final List<String> VALUES = List.of(
            "null", "true", "[]", "{}", "\"\"", "\" \"", "0", "-1", "1.5", "1e999999999", "-1e-999999999", "1e400", "00",
            "NaN", "Infinity", "99999999999999999999999999", "\"1\"", "\"\\u0000\"", "\"\\ud800\"", "\"\u00e4\u20ac\"",
            "\"..\"", "\"http://127.0.0.1:99999\"", "\"http://[::1\"", "\"file:///etc/passwd\"", "\"http://a b\"",
            "\"http://u:p@h:1\"", "\"-1s\"", "\"PT999999999999H\"", "[null]", "[[[[[[[[[[]]]]]]]]]]", "{\"a\":{\"a\":{}}}",
            "'x'", "\"x", "[", "/**/1", "0x10", "\"9223372036854775808\"", "{\"a\":1,\"a\":2}");

    private Tricks() {}

    static String one(List<String> tricks, RandomGenerator random) {
        return tricks.get(random.nextInt(tricks.size()));
    }
}
