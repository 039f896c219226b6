package io.heddle.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.kit.RawPeer;
import io.heddle.kit.client.ClientSettings.TransportKind;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.client.guard.GuardSettings;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.trace.Traces;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a call does on every transport.
class CallTest {
    /// A port that nothing listens on: it is reserved for a protocol that died out.
    private static final int NOBODY = 1;

    private static final JsonType<String> TEXT = new JsonType<>() {};
    private static final JsonType<BigDecimal> NUMBER = new JsonType<>() {};
    private static final Endpoint GET = Endpoint.of("calc", "Api.get", "GET /x", true);
    private static final Endpoint POST = Endpoint.of("calc", "Api.post", "POST /x", false);

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static String status(String line, String body) {
        return "HTTP/1.1 " + line + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static Clients clients(TransportKind kind, int... ports) {
        GuardSettings hedging = new GuardSettings(
                20, 10, 100, Duration.ofSeconds(1), Duration.ofSeconds(10), 20, 80, Duration.ofSeconds(2));
        ClientSettings settings = ClientSettings.standard().over(kind).guarded(hedging);
        List<Target> all = Arrays.stream(ports)
                .mapToObj(port -> Target.of("127.0.0.1", port))
                .toList();
        Targets targets = new Targets("calc", all);
        return Clients.open(settings, _ -> targets, Traces.off(), Metrics.create());
    }

    private static void assertStatus(Status status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void givesTheDataOfTheEnvelopeWhateverElseIsInIt(TransportKind kind) {
        try (RawPeer peer = RawPeer.answering(ok("{\"new\":[{}],\"code\":0,\"data\":3.50}"));
                Clients clients = clients(kind, peer.port())) {
            assertThat(clients.call(GET).path("/x").value(NUMBER)).isEqualTo("3.50");
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void encodesEachPartForItsPlace(TransportKind kind) {
        try (RawPeer peer = RawPeer.answering(ok("{\"data\":\"\"}"));
                Clients clients = clients(kind, peer.port())) {
            clients.call(GET)
                    .path("/x/")
                    .segment("a", ";%+ ü{y}")
                    .path("/")
                    .encodedSegment("b", "c/d")
                    .path("/")
                    .rest("r", "e/f g")
                    .query("q", "a&b=c+d")
                    .query("list", List.of(1, 2))
                    .query("none", Optional.empty())
                    .query("map", Map.of("k", true))
                    .header("X-Number", 7)
                    .cookie("sid", "a b")
                    .value(TEXT);
            List<String> head = peer.requests().getFirst();
            assertThat(head.getFirst())
                    .isEqualTo("GET /x/%3B%25%2B%20%C3%BC%7By%7D/c%2Fd/e/f%20g"
                            + "?q=a%26b%3Dc%2Bd&list=1&list=2&k=true HTTP/1.1");
            assertThat(head.stream().map(line -> line.toLowerCase(Locale.ROOT)))
                    .contains("x-number: 7", "cookie: sid=a%20b", "host: 127.0.0.1:" + peer.port());
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void refusesWhatCannotStandInAPathOrAHeader(TransportKind kind) {
        try (Clients clients = clients(kind, 1)) {
            for (String bad : List.of("", ".", "..", "a/b")) {
                assertStatus(
                        Status.BAD_REQUEST, () -> clients.call(GET).path("/").segment("id", bad));
            }
            assertStatus(Status.BAD_REQUEST, () -> clients.call(GET).path("/").rest("r", "a/../b"));
            assertStatus(Status.BAD_REQUEST, () -> clients.call(GET).header("X", "a\r\nEvil: 1"));
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void sendsBodiesOfEveryKind(TransportKind kind) {
        try (RawPeer peer = RawPeer.answering(ok("{\"data\":null}"));
                Clients clients = clients(kind, peer.port())) {
            clients.call(POST).path("/json").json(TEXT, "hello").done();
            clients.call(POST).path("/bytes").bytes(new byte[100_000]).done();
            clients.call(POST)
                    .path("/form")
                    .form("a", "1 2")
                    .form("b", List.of(3, 4))
                    .done();
            clients.call(POST).path("/stream").stream(new ByteArrayInputStream(new byte[50_000]))
                    .done();
            clients.call(POST).path("/none").done();
            assertThat(peer.requests()).hasSize(5);
            assertThat(peer.requests().get(1).stream().map(line -> line.toLowerCase(Locale.ROOT)))
                    .contains("content-length: 100000", "content-type: application/octet-stream");
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void throwsTheErrorThatTheServerSent(TransportKind kind) {
        String error = "{\"code\":\"SOLD_OUT\",\"message\":\"none left\","
                + "\"error\":[{\"field\":\"a\",\"message\":\"must be b\"}],\"status_code\":409}";
        try (RawPeer peer = RawPeer.answering(status("409 Conflict", error));
                Clients clients = clients(kind, peer.port())) {
            assertThatThrownBy(() -> clients.call(GET).path("/x").value(TEXT))
                    .isInstanceOfSatisfying(ServiceException.class, e -> {
                        assertThat(e.status()).isEqualTo(Status.CONFLICT);
                        assertThat(e.code()).isEqualTo("SOLD_OUT");
                        assertThat(e.sentence()).isEqualTo("none left");
                        assertThat(e.violations()).containsExactly(new Violation("a", "must be b"));
                    });
            assertThatThrownBy(() -> clients.call(GET)
                            .path("/x")
                            .failure("SOLD_OUT", IllegalStateException::new)
                            .value(TEXT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("none left");
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void givesEmptyForNotFoundWhereThatIsAnAnswer(TransportKind kind) {
        try (RawPeer peer = RawPeer.answering(status("404 Not Found", "{\"code\":100001,\"message\":\"no\"}"));
                Clients clients = clients(kind, peer.port())) {
            assertThat(clients.call(GET).path("/x").optional(TEXT)).isEmpty();
            assertStatus(Status.NOT_FOUND, () -> clients.call(GET).path("/x").value(TEXT));
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void saysWhenAnAnswerMakesNoSense(TransportKind kind) {
        for (String answer : List.of(ok("<html>"), ok("{\"data\":\"x\"}"), "HTTP/1.1 banana\r\n\r\n")) {
            try (RawPeer peer = RawPeer.answering(answer);
                    Clients clients = clients(kind, peer.port())) {
                assertThatThrownBy(() -> clients.call(GET).path("/x").value(NUMBER))
                        .isInstanceOfSatisfying(
                                ServiceException.class,
                                e -> assertThat(e.status())
                                        .as(answer)
                                        .isIn(Status.BAD_GATEWAY, Status.UNAVAILABLE, Status.GATEWAY_TIMEOUT));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void triesAnotherInstanceWhenOneCannotBeReached(TransportKind kind) {
        try (RawPeer peer = RawPeer.answering(ok("{\"data\":\"ok\"}"));
                Clients clients = clients(kind, NOBODY, peer.port())) {
            for (int i = 0; i < 20; i++) {
                assertThat(clients.call(POST).path("/x").value(TEXT)).isEqualTo("ok");
            }
        }
        try (Clients clients = clients(kind, NOBODY)) {
            assertStatus(Status.UNAVAILABLE, () -> clients.call(GET).path("/x").value(TEXT));
        }
        try (Clients clients = clients(kind)) {
            assertStatus(Status.UNAVAILABLE, () -> clients.call(GET).path("/x").value(TEXT));
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void sendsAnIdempotentRequestAgainOnAFreshConnectionAndAnotherNever(TransportKind kind) {
        try (RawPeer peer = RawPeer.open((exchange, _) -> {
                    if (exchange.request()) {
                        exchange.send(ok("{\"data\":\"ok\"}"));
                    }
                    exchange.request();
                });
                Clients clients = clients(kind, peer.port())) {
            for (int i = 0; i < 10; i++) {
                assertThat(clients.call(GET).path("/x").value(TEXT)).isEqualTo("ok");
            }
        }
        try (RawPeer mute = RawPeer.open((exchange, _) -> exchange.request());
                Clients clients = clients(kind, mute.port())) {
            assertStatus(Status.UNAVAILABLE, () -> clients.call(POST).path("/x").value(TEXT));
            assertThat(mute.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void retriesAnUnavailableAnswerOnlyWhenThatIsSafe(TransportKind kind) {
        try (RawPeer busy = RawPeer.answering(status("503 Service Unavailable", ""));
                RawPeer good = RawPeer.answering(ok("{\"data\":\"ok\"}"));
                Clients clients = clients(kind, busy.port(), good.port())) {
            for (int i = 0; i < 8; i++) {
                assertThat(clients.call(GET).path("/x").value(TEXT)).isEqualTo("ok");
            }
        }
        try (RawPeer busy = RawPeer.answering(status("503 Service Unavailable", ""));
                Clients clients = clients(kind, busy.port())) {
            assertStatus(Status.UNAVAILABLE, () -> clients.call(POST).path("/x").done());
            assertThat(busy.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void endsATryAndACallInTimeAndSendsTheTimeThatIsLeft(TransportKind kind) {
        Endpoint quick = GET.with(Endpoint.Policy.UNSET.timeout(Duration.ofMillis(150)));
        try (RawPeer silent = RawPeer.open((exchange, _) -> {
                    exchange.request();
                    exchange.awaitClose();
                });
                Clients clients = clients(kind, silent.port())) {
            assertStatus(
                    Status.GATEWAY_TIMEOUT, () -> clients.call(quick).path("/x").value(TEXT));
            Deadline soon = Deadline.in(Duration.ofMillis(100));
            assertStatus(
                    Status.GATEWAY_TIMEOUT,
                    () -> soon.call(() -> clients.call(GET).path("/x").value(TEXT)));
            String header = silent.requests().getLast().stream()
                    .filter(line -> line.regionMatches(true, 0, Deadline.HEADER, 0, Deadline.HEADER.length()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Long.parseLong(
                            header.substring(Deadline.HEADER.length() + 1).strip()))
                    .isBetween(1L, 100L);
            assertStatus(
                    Status.GATEWAY_TIMEOUT,
                    () -> new Deadline(System.nanoTime() - 1)
                            .call(() -> clients.call(GET).path("/x").value(TEXT)));
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void hedgesALateRequestOnAnotherInstance(TransportKind kind) {
        Endpoint hedged =
                GET.with(Endpoint.Policy.UNSET.hedgeAfter(Duration.ofMillis(20)).perTry(Duration.ofSeconds(5)));
        try (RawPeer silent = RawPeer.open((exchange, _) -> {
                    exchange.request();
                    exchange.awaitClose();
                });
                RawPeer good = RawPeer.answering(ok("{\"data\":\"ok\"}"));
                Clients clients = clients(kind, silent.port(), good.port())) {
            for (int i = 0; i < 10; i++) {
                assertThat(clients.call(hedged).path("/x").value(TEXT)).isEqualTo("ok");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void readsLinesEventsAndRawBytesAsTheyCome(TransportKind kind) throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (RawPeer lines = RawPeer.answering(chunked + "7\r\n\"a\"\r\n\"b\r\n2\r\n\"\n\r\n0\r\n\r\n");
                Clients clients = clients(kind, lines.port());
                Stream<String> stream = clients.call(GET).path("/x").lines(TEXT)) {
            assertThat(stream).containsExactly("a", "b");
        }
        String events = ": hi\n\nid: 7\ndata: \"x\"\n\nevent: y\ndata: \"z\"\n\n";
        String answer = chunked + Integer.toHexString(events.length()) + "\r\n" + events + "\r\n0\r\n\r\n";
        try (RawPeer peer = RawPeer.answering(answer);
                Clients clients = clients(kind, peer.port());
                Events<String> stream = clients.call(GET).path("/x").events(TEXT)) {
            assertThat(stream.next()).isEqualTo(Event.of("7", "x"));
            assertThat(stream.next()).isEqualTo(Event.of("z"));
            assertThat(stream.hasNext()).isFalse();
        }
        try (RawPeer peer = RawPeer.answering(status("200 OK", "raw"));
                Clients clients = clients(kind, peer.port());
                InputStream raw = clients.call(GET).path("/x").rawStream()) {
            assertThat(new String(raw.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("raw");
        }
    }

    @ParameterizedTest
    @EnumSource(TransportKind.class)
    void neverTakesABrokenStreamForAWholeOne(TransportKind kind) {
        try (RawPeer peer = RawPeer.open((exchange, _) -> {
                    exchange.request();
                    exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
                });
                Clients clients = clients(kind, peer.port())) {
            assertThatThrownBy(() -> {
                        try (InputStream raw = clients.call(GET).path("/x").rawStream()) {
                            raw.readAllBytes();
                        }
                    })
                    .isInstanceOf(ServiceException.class);
        }
    }
}
