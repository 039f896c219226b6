package io.heddle.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Deadline SOON = Deadline.in(Duration.ofSeconds(20));

    private static boolean marked() {
        return Request.current().orElseThrow().marks().contains("here");
    }

    @Test
    void aJobThatIsNoRequestHasNone() {
        assertThat(Request.current()).isEmpty();
    }

    @Test
    void whatOneThreadMarksAllThreadsOfTheRequestSee() {
        boolean seen = Request.call(() -> {
            Callable<Boolean> mark =
                    () -> Request.current().orElseThrow().marks().add("here");
            Callable<Boolean> look = RequestTest::marked;
            Fanout.all(SOON, List.of(mark));
            return marked() && Fanout.<Boolean>all(SOON, List.of(look)).getFirst();
        });
        assertThat(seen).isTrue();
        assertThat(Request.<Boolean, RuntimeException>call(RequestTest::marked)).isFalse();
    }

    @Test
    void whatOneThreadIsInTheMiddleOfItsTasksAreToo() {
        Callable<Set<Object>> look = () -> Request.current().orElseThrow().within();
        Set<Object> seen = Request.inside(
                "a",
                () -> Request.inside(
                        "b", () -> Fanout.<Set<Object>>all(SOON, List.of(look)).getFirst()));

        assertThat(seen).containsExactlyInAnyOrder("a", "b");
        assertThat(Request.<Set<Object>, RuntimeException>call(
                        () -> Request.current().orElseThrow().within()))
                .isEmpty();
    }

    @Test
    void everyRequestToAServerIsOne() throws IOException {
        HttpServer server = HttpServer.builder(ServerSettings.onPort(0))
                .routes(table -> table.add("GET", "/first", "first", exchange -> {
                    boolean first = Request.current().orElseThrow().marks().add("here");
                    exchange.raw(200, "text/plain", Boolean.toString(first).getBytes(StandardCharsets.UTF_8));
                }))
                .open();
        try (server) {
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/first");
            for (int i = 0; i < 3; i++) {
                try (InputStream answer = address.toURL().openStream()) {
                    assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("true");
                }
            }
        }
    }
}
