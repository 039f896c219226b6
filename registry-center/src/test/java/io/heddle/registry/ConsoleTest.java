package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.audit.Audit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What the console of the registry asks for, and what is written down of who changes what.
final class ConsoleTest {
    private static final String CALC = "{\"name\":\"calc\",\"service\":\"http://10.77.0.1:9001\"";

    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());
    private final Logger logger = (Logger) LoggerFactory.getLogger("registry.audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void hear() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        http.close();
        registry.close();
    }

    private Http.Answer register(String more) {
        return http.post("/register", CALC + more + "}");
    }

    private Http.Answer patch(String body) {
        return http.send("PATCH", "/console/instance", body, "Content-Type", "application/json");
    }

    private Http.Answer deregister(String body) {
        return http.post("/console/instance/deregister", body, "Content-Type", "application/json");
    }

    private JsonNode audit() {
        return http.get("/console/audit").data();
    }

    @Test
    void itCountsWhatThereIsByStatus() {
        http.register("calc", 1);
        http.register("calc", 2);
        http.register("order", 3);
        patch("{\"name\":\"calc\",\"service\":\"http://127.0.0.1:2\",\"status\":\"DRAINING\"}");

        JsonNode state = http.get("/console/state").data();
        assertEquals(2, state.path("services").asInt());
        assertEquals(3, state.path("instances").asInt());
        assertEquals(2, state.path("statuses").path("UP").asInt());
        assertEquals(1, state.path("statuses").path("DRAINING").asInt());
        assertEquals("none", state.path("cluster").path("store").asString());
        JsonNode calc = http.get("/console/services?q=cal").data();
        assertEquals(1, calc.size());
        assertEquals(2, calc.path(0).path("instances").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "q=9001, 1",
        "q=NORTH%20calc, 1",
        "q=team%3Dpay, 1",
        "q=calcapi.add, 1",
        "q=south, 0",
        "q=127.0, 150",
        "q=127.0&page=2, 50",
        "name=order, 150",
        "name=cal, 0",
        "status=DOWN, 0",
        "page=3, 0"
    })
    void allWordsMustBeFoundSomewhere(String query, int count) {
        register(",\"zone\":\"north\",\"metadata\":{\"team\":\"payments\"},\"methods\":[\"CalcApi.add\"]");
        for (int port = 1; port <= 150; port++) {
            http.register("order", port);
        }
        int most = query.contains("page") ? count : Math.min(100, count);

        Http.Answer found = http.get("/console/instances?" + query);
        assertEquals(most, found.data().size(), query);
        if (!query.contains("page")) {
            assertEquals(count, found.json().path("pagination").path("total").asInt());
        }
    }

    @Test
    void nothingThatItShowsHoldsALeaseToken() {
        long token = register("").token();
        String all = http.get("/console/instance?name=calc&service=http://10.77.0.1:9001")
                        .body()
                + http.get("/console/instances").body()
                + http.get("/console/audit").body()
                + http.get("/console/state").body();

        assertFalse(all.contains(Long.toString(token)), all);
        assertTrue(all.contains("http://10.77.0.1:9001"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"status\":\"SUSPECT\" | 400 | invalid_status",
                ",\"weight\":1001 | 400 | invalid_weight",
                "'' | 400 | 100001",
                ",\"weight\":\"much\" | 400 | 100001"
            })
    void whatMayNotBeSetIsRefusedAndWrittenDown(String more, int status, String code) {
        register("");
        Http.Answer refused = patch(CALC + more + "}");

        assertEquals(status, refused.status(), refused.body());
        assertEquals(code, refused.code());
        if (!code.equals("100001")) {
            assertEquals(code, audit().path(0).path("outcome").asString());
        }
    }

    @Test
    void oneThatIsNotThereCannotBeChanged() {
        assertEquals(404, patch(CALC + ",\"weight\":1}").status());
        assertEquals(404, deregister(CALC + "}").status());
        assertEquals(404, http.get("/console/instance?name=calc&service=x").status());
    }

    @Test
    void eachWriteIsOneLineAndABeatIsNone() {
        long token = register("").token();
        register("");
        http.send("PUT", "/leases/" + token, null);
        http.send("PUT", "/leases/" + token + "/drain", null);
        patch(CALC + ",\"status\":\"UP\",\"weight\":7}");
        deregister(CALC + "}");

        List<String> told = List.copyOf(lines.list).stream()
                .map(line -> line.getKeyValuePairs().toString())
                .filter(line -> line.contains("10.77.0.1"))
                .toList();
        assertEquals(4, told.size(), told.toString());
        assertTrue(told.get(0).contains("action=\"register\""), told.get(0));
        assertTrue(told.get(0).contains("who=\"local\"") && told.get(0).contains("peer=\"127.0.0.1\""), told.get(0));
        assertTrue(told.get(1).contains("UP to DRAINING"), told.get(1));
        assertTrue(told.get(2).contains("through=\"console\"") && told.get(2).contains("weight to 7"), told.get(2));
        assertTrue(told.get(3).contains("action=\"deregister\""), told.get(3));
        assertEquals(4, audit().size());
        assertEquals("deregister", audit().path(0).path("action").asString());
    }

    @Test
    void onlyTheLastWritesAreKept() {
        for (int port = 1; port <= Audit.KEPT + 5; port++) {
            http.register("calc", port);
        }
        assertEquals(Audit.KEPT, audit().size());
        assertEquals("http://127.0.0.1:205", audit().path(0).path("service").asString());
    }

    @Test
    void theStreamTellsWhoCameChangedAndWent() throws Exception {
        register("");
        try (Sse stream = Sse.open(registry.port(), "/console/events?since=0")) {
            patch(CALC + ",\"weight\":7}");
            deregister(CALC + "}");
            StringBuilder told = new StringBuilder(stream.first());
            while (!told.toString().contains("\"went\"")) {
                told.append(stream.next());
            }
            assertTrue(told.toString().contains("\"came\""), told.toString());
            assertTrue(told.toString().contains("weight 100 to 7"), told.toString());
        }
    }
}
