package io.heddle.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.task.Hangup;
import io.heddle.kit.trace.Traces;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a caller that goes away, or is slow, costs the service behind the gateway: nothing for long.
final class PatienceTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final long SOON = 5;

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Targets[] there = {Targets.none("there")};
    private HttpServer service;
    private HttpServer gateway;
    private Clients clients;
    private Relay relay;

    @BeforeEach
    void open() {
        service =
                HttpServer.builder(ServerSettings.onPort(0)).routes(this::serve).open();
        there[0] = new Targets("there", List.of(Target.of("127.0.0.1", service.port())));
        clients = Clients.open(ClientSettings.standard(), _ -> there[0], Traces.off(), Metrics.create());
        relay = Relay.open(RelaySettings.standard(), Http1Settings.standard(), clients, Traces.off());
        gateway = HttpServer.builder(impatient()).routes(relay).open();
    }

    private static ServerSettings impatient() {
        return ServerSettings.with().bodyTimeout(SHORT).writeTimeout(SHORT).build();
    }

    private void serve(Router router) {
        router.add("GET", "/fine", "fine", exchange -> exchange.raw(200, "text/plain", new byte[] {'x'}));
        router.add("GET", "/thinks", "thinks", exchange -> {
            wait(exchange);
            exchange.done();
        });
        router.add("GET", "/streams", "streams", exchange -> {
            OutputStream out = exchange.open(200, -1);
            out.write("first".getBytes(StandardCharsets.UTF_8));
            out.flush();
            wait(exchange);
        });
        router.add("PUT", "/takes", "takes", this::take);
        router.add("GET", "/floods", "floods", this::flood);
    }

    private void wait(Exchange exchange) throws InterruptedException {
        try (Hangup _ = Hangup.listen(over::countDown)) {
            begun.release();
            stop.await();
        }
        assertThat(exchange).isNotNull();
    }

    private void take(Exchange exchange) throws IOException {
        begun.release();
        try {
            exchange.stream().readAllBytes();
        } finally {
            over.countDown();
        }
    }

    private void flood(Exchange exchange) throws IOException {
        byte[] much = new byte[1 << 16];
        begun.release();
        try (OutputStream out = exchange.open(200, -1)) {
            while (stop.getCount() > 0) {
                out.write(much);
                out.flush();
            }
        } finally {
            over.countDown();
        }
    }

    @AfterEach
    void close() {
        stop.countDown();
        gateway.close();
        relay.close();
        clients.close();
        service.close();
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.port());
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String fine() throws IOException {
        try (Socket socket = send("GET /there/fine HTTP/1.1\r\nHost: g\r\nConnection: close\r\n")) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void endsAStreamedAnswerWhenTheCallerIsGoneThoughNothingIsSaid() throws Exception {
        try (Socket socket = send("GET /there/streams HTTP/1.1\r\nHost: g\r\n")) {
            begun.acquire();
            assertThat(socket.getInputStream().read()).isPositive();
        }
        assertThat(over.await(SOON, TimeUnit.SECONDS)).isTrue();
        assertThat(fine()).startsWith("HTTP/1.1 200");
    }

    @Test
    void endsACallWhoseCallerIsGoneBeforeItsAnswerBegan() throws Exception {
        for (int i = 0; i < 10; i++) {
            send("GET /there/thinks HTTP/1.1\r\nHost: g\r\n").close();
        }
        begun.acquire(10);

        assertThat(over.await(SOON, TimeUnit.SECONDS)).isTrue();
        assertThat(fine()).as("nobody is to blame").startsWith("HTTP/1.1 200");
    }

    @Test
    void boundsAnUploadThatComesTooSlowly() throws Exception {
        try (Socket socket =
                send("PUT /there/takes HTTP/1.1\r\nHost: g\r\nContent-Length: 100000\r\n\r\nonly this much\r\n")) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SOON));
            begun.acquire();

            assertThat(over.await(SOON, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .doesNotContain(" 200 ");
        }
        assertThat(fine()).startsWith("HTTP/1.1 200");
    }

    @Test
    void boundsACallerThatDoesNotReadItsAnswer() throws Exception {
        try (Socket socket = send("GET /there/floods HTTP/1.1\r\nHost: g\r\n")) {
            begun.acquire();

            assertThat(over.await(SOON, TimeUnit.SECONDS)).isTrue();
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(fine()).startsWith("HTTP/1.1 200");
    }
}
