package io.heddle.kit.server;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Routes that show what a handler got.
final class Echo implements Routes {
    record Item(String name, int count, List<Part> parts) {}

    record Part(String partName, double weight, Kind kind) {}

    enum Kind {
        SMALL,
        LARGE
    }

    static final JsonType<Item> ITEM = new JsonType<>() {};
    static final JsonType<String> TEXT = new JsonType<>() {};
    static final JsonType<Map<String, String>> TEXTS = new JsonType<>() {};

    @Override
    public void addTo(Router router) {
        router.add("GET", "/hello", "echo.hello", exchange -> exchange.value(TEXT, "hello"));
        router.add("POST", "/items", "echo.items", exchange -> exchange.value(ITEM, exchange.body(ITEM)));
        router.add(
                "GET",
                "/one/{id}",
                "echo.one",
                exchange -> exchange.value(TEXTS, exchange.path().map()));
        router.add(
                "GET",
                "/sum/{a}/{b}",
                "echo.sum",
                exchange -> exchange.value(
                        TEXT,
                        ""
                                + (exchange.path().one("a", Scalar.INT)
                                        + exchange.path().one("b", Scalar.INT))));
        router.add("GET", "/query", "echo.query", exchange -> {
            exchange.query().optional("one", Scalar.STRING);
            exchange.value(TEXTS, exchange.query().map());
        });
        router.add(
                "GET",
                "/rest/{rest:+}",
                "echo.rest",
                exchange -> exchange.value(TEXT, exchange.path().one("rest", Scalar.STRING)));
        bodies(router);
    }

    private static void bodies(Router router) {
        router.add("PUT", "/bytes", "echo.bytes", exchange -> exchange.value(TEXT, "" + exchange.bytes().length));
        router.add(
                "PUT",
                "/stream",
                "echo.stream",
                exchange -> exchange.value(
                        TEXT, "" + exchange.stream().transferTo(java.io.OutputStream.nullOutputStream())));
        router.add(
                "POST",
                "/form",
                "echo.form",
                exchange -> exchange.value(TEXTS, exchange.form().map()));
        router.add(
                "GET",
                "/cookies",
                "echo.cookies",
                exchange -> exchange.value(TEXTS, exchange.cookies().map()));
        failures(router);
        answers(router);
    }

    private static void failures(Router router) {
        router.add("GET", "/fails", "echo.fails", exchange -> {
            throw new IllegalStateException("the secret io.heddle.kit of this server");
        });
        router.add("GET", "/refuses", "echo.refuses", exchange -> {
            throw new ServiceException(Status.CONFLICT, "OUT_OF_STOCK", "it is sold out", List.of());
        });
        router.add("GET", "/nothing", "echo.nothing", exchange -> {});
        router.add("GET", "/splits", "echo.splits", exchange -> exchange.header("X-Thing", "a\r\nX-Evil: 1"));
        router.add("GET", "/breaks", "echo.breaks", exchange -> exchange.raw(200, "text/plain", breaking()));
    }

    private static void answers(Router router) {
        router.add("GET", "/trace", "echo.trace", exchange -> {
            TraceSpan.Ids ids = Traces.current();
            exchange.value(TEXT, ids.trace() + "-" + ids.span());
        });
        router.add("GET", "/large", "echo.large", exchange -> exchange.value(TEXT, "x".repeat(5000)));
        router.add("GET", "/prepared", "echo.prepared", exchange -> exchange.prepared(ready()));
        router.add("GET", "/streams", "echo.streams", exchange -> exchange.raw(200, "text/plain", whole()));
        router.add("GET", "/lines", "echo.lines", exchange -> exchange.lines(TEXT, List.of("a", "b").stream()));
        router.add(
                "GET",
                "/deadline",
                "echo.deadline",
                exchange -> exchange.value(
                        TEXT,
                        io.heddle.kit.task.Deadline.current()
                                .map(io.heddle.kit.task.Deadline::remaining)
                                .map(Duration::toString)
                                .orElse("none")));
    }

    private static Prepared<String> ready() {
        return new Prepared.Ready<>(
                "{\"code\":0,\"data\":\"ready\"}".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3}, "r1");
    }

    private static InputStream whole() {
        return new ByteArrayInputStream("x".repeat(40_000).getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream breaking() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the source broke");
            }
        };
        return new SequenceInputStream(whole(), broken);
    }
}
