package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.process.ServiceProcess;
import io.heddle.testkit.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// One request through the gateway, as a real Zipkin shows it.
@Timeout(240)
final class TraceIT {
    /// A span is ended by a thread that may wait for a core after the answer has left, in microseconds.
    private static final long LATE = 100_000;

    @TempDir
    static Path folder;

    private static TestServer zipkin;
    private static String url;
    private static Fleet fleet;
    private static ServiceProcess gateway;

    @BeforeAll
    static void start() {
        zipkin = TestServer.zipkin();
        url = "http://127.0.0.1:" + zipkin.port();
        fleet = Fleet.open(
                folder, 1, Map.of("trace.url", url + "/api/v2/spans", "trace.timeout", "20s", "trace.flush", "100ms"));
        gateway = fleet.gateway();
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
        if (zipkin != null) {
            zipkin.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"/add/1/2, calcapi.add", "/calc/add/1/2, relay"})
    void aRequestIsOneTraceOfNestedSpans(String path, String name) {
        assertThat(Web.status(gateway.url() + path)).isEqualTo(200);

        List<JsonNode> spans = trace(name);

        JsonNode server = only(spans, "SERVER", "gateway");
        JsonNode client = only(spans, "CLIENT", "gateway");
        JsonNode callee = only(spans, "SERVER", "calc");
        assertThat(server.path("name").asString()).isEqualTo(name);
        assertThat(client.path("name").asString()).isEqualTo(name);
        assertThat(callee.path("name").asString()).isEqualTo("calcapi.add");
        assertThat(server.has("parentId")).isFalse();
        encloses(server, client);
        encloses(client, callee);
    }

    /// A trace of the gateway with that name, once it is whole.
    private static List<JsonNode> trace(String name) {
        String query = url + "/api/v2/traces?serviceName=gateway&limit=50&spanName=" + name;
        List<JsonNode> spans = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode traces = Web.JSON.readTree(Web.get(query).body());
            spans.clear();
            for (JsonNode trace : traces) {
                if (trace.size() == 3) {
                    trace.forEach(spans::add);
                    return true;
                }
            }
            return false;
        });
        return spans;
    }

    private static JsonNode only(List<JsonNode> spans, String kind, String service) {
        List<JsonNode> found = spans.stream()
                .filter(span -> span.path("kind").asString().equals(kind)
                        && span.path("localEndpoint")
                                .path("serviceName")
                                .asString()
                                .equals(service))
                .toList();
        assertThat(found).as("%s spans of %s among %s", kind, service, spans).hasSize(1);
        return found.getFirst();
    }

    /// A callee may end its span a moment after its answer has come in.
    private static void encloses(JsonNode outer, JsonNode inner) {
        assertThat(inner.path("parentId").asString()).isEqualTo(outer.path("id").asString());
        long outerBegin = outer.path("timestamp").asLong();
        long innerBegin = inner.path("timestamp").asLong();
        long outerTook = outer.path("duration").asLong();
        long innerTook = inner.path("duration").asLong();
        assertThat(innerTook).isPositive().isLessThanOrEqualTo(outerTook + LATE);
        assertThat(innerBegin).isGreaterThanOrEqualTo(outerBegin - 1000);
        assertThat(innerBegin + innerTook).isLessThanOrEqualTo(outerBegin + outerTook + LATE);
    }
}
