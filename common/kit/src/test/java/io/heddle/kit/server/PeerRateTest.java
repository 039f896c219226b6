package io.heddle.kit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.server.peer.PeerRate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PeerRateTest {
    private final Map<String, String> headers = new HashMap<>();

    @Test
    void oneAddressThatAsksTooOftenIsRefusedAndOthersAreNot() {
        PeerRate rate = new PeerRate(1);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        rate.check("10.0.0.1", headers::put);
                    }
                })
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.status()).isEqualTo(Status.TOO_MANY_REQUESTS);
                    assertThat(e.code()).isEqualTo("too_many_requests");
                });
        assertThat(headers).containsEntry("Retry-After", "1");
        rate.check("10.0.0.2", headers::put);
    }

    @Test
    void addressesOfOneNetworkCountTogether() {
        PeerRate rate = new PeerRate(5);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        rate.check("2001:db8:0:1::" + Integer.toHexString(i), headers::put);
                    }
                })
                .isInstanceOf(ServiceException.class);
        rate.check("2001:db8:0:2::1", headers::put);
    }

    @Test
    void aServerThatIsAskedTooOftenIsStillFoundAliveAndReady() throws Exception {
        try (HttpServer server = HttpServer.builder(atMostOneASecond()).open();
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/observe/health", "/observe/ready")) {
                for (int i = 0; i < 10; i++) {
                    assertThat(status(client, server, path)).isEqualTo(200);
                }
            }
            Set<Integer> others = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                others.add(status(client, server, "/nothing"));
            }
            assertThat(others).contains(429);
        }
    }

    private static int status(HttpClient client, HttpServer server, String path) throws Exception {
        URI at = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static ServerSettings atMostOneASecond() {
        return ServerSettings.with().maxRate(1).build();
    }
}
