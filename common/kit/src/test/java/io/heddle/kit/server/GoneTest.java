package io.heddle.kit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.heddle.contract.reply.Event;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.task.Hangup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// That a client goes away is no failure of the server.
final class GoneTest {
    private static final JsonType<String> TEXT = new JsonType<>() {};
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.heddle.kit.server");

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore over = new Semaphore(0);
    private final HttpServer server =
            HttpServer.builder(ServerSettings.onPort(0)).routes(this::answers).open();

    GoneTest() {
        said.start();
        LOG.addAppender(said);
    }

    @AfterEach
    void close() {
        LOG.detachAppender(said);
        server.close();
    }

    @FunctionalInterface
    private interface Answering {
        void answer(Exchange exchange) throws IOException;
    }

    private void answers(Router router) {
        String large = "x".repeat(1 << 20);
        add(router, "events", exchange -> {
            LiveEvents live = new LiveEvents();
            live.put(Event.of(large));
            exchange.events(TEXT, live);
        });
        add(router, "lines", exchange -> exchange.lines(TEXT, Stream.of(large, large)));
        add(router, "value", exchange -> exchange.value(TEXT, large));
        add(router, "raw", exchange -> exchange.raw(200, "text/plain", large.getBytes(US_ASCII)));
        add(
                router,
                "copy",
                exchange -> exchange.raw(200, "text/plain", new ByteArrayInputStream(large.getBytes(US_ASCII))));
        add(router, "stream", exchange -> {
            try (OutputStream out = exchange.open(200, -1)) {
                for (int i = 0; i < 10; i++) {
                    out.write(large.getBytes(US_ASCII));
                    out.flush();
                }
            }
        });
    }

    /// Answers as soon as the peer is gone.
    private void add(Router router, String kind, Answering answering) {
        router.add("GET", "/" + kind, "gone." + kind, exchange -> {
            CountDownLatch gone = new CountDownLatch(1);
            try (Hangup _ = Hangup.listen(gone::countDown)) {
                asked.release();
                assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            }
            try {
                answering.answer(exchange);
            } finally {
                over.release();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "lines", "value", "raw", "copy", "stream"})
    void oneWhoLeftBeforeItsAnswerIsNothingToSpeakOf(String kind) throws Exception {
        Peer peer = Peer.to(server.port()).request("GET /" + kind, "", "Accept-Encoding: identity");
        assertThat(asked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

        peer.reset();

        assertThat(over.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        server.close();
        assertThat(complaints()).isEmpty();
    }

    private List<String> complaints() {
        return said.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .filter(event -> broken(event.getThrowableProxy()))
                .map(ILoggingEvent::toString)
                .toList();
    }

    private static boolean broken(@Nullable IThrowableProxy thrown) {
        String message = thrown == null ? "" : String.valueOf(thrown.getMessage());
        return thrown != null
                && (message.contains("Broken pipe") || message.contains("reset") || broken(thrown.getCause()));
    }
}
