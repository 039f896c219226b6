package io.heddle.registry;

import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Hostile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a client sends makes a 5xx, a leak or a registry that does not answer. `-Dheddle.prove=long` goes
/// on for longer.
final class HostileTest {
    private static final boolean LONG = "long".equals(System.getProperty("heddle.prove"));
    private static final String FULL =
            "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:9\",\"ttl\":1,\"zone\":\"eu\","
                    + "\"metadata\":{\"a\":\"b\"},\"tags\":[\"x\"],\"weight\":5,\"version\":\"1\"}";
    private static final String IDENTITY = "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:9\"";
    static final List<Ask> ASKS = List.of(
            new Ask("POST", "/register", "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:9\",\"ttl\":1}"),
            new Ask("POST", "/register?since=5", FULL),
            new Ask("POST", "/leases", "[1,2,3]"),
            new Ask("PATCH", "/leases/12345", "{\"status\":\"UP\",\"weight\":5}"),
            Ask.of("PUT", "/leases/12345"),
            Ask.of("PUT", "/leases/12345/drain"),
            Ask.of("POST", "/leases/12345/drain"),
            Ask.of("DELETE", "/leases/12345"),
            Ask.of("GET", "/services"),
            Ask.of("HEAD", "/services"),
            Ask.of("GET", "/service/calc"),
            Ask.of("GET", "/watch?services=calc,blog&since=5&wait=10ms"),
            Ask.of("GET", "/events?services=calc&since=5"),
            Ask.of("GET", "/events?services=calc&lease=7"),
            Ask.of("GET", "/openapi"),
            Ask.of("GET", "/observe/metrics"),
            Ask.of("GET", "/"),
            Ask.of("GET", "/console/files/0/console.js"),
            Ask.of("GET", "/console/session"),
            new Ask("POST", "/console/session", "{\"token\":\"x\"}"),
            Ask.of("DELETE", "/console/session"),
            Ask.of("GET", "/console/state"),
            Ask.of("GET", "/console/services?q=calc&page=1&limit=5"),
            Ask.of("GET", "/console/instances?q=a%20b&name=calc&status=UP&page=1"),
            Ask.of("GET", "/console/instance?name=calc&service=http://127.0.0.1:9"),
            new Ask("PATCH", "/console/instance", IDENTITY + ",\"status\":\"DRAINING\",\"weight\":7}"),
            new Ask("POST", "/console/instance/deregister", IDENTITY + '}'),
            Ask.of("GET", "/console/events?since=5"),
            Ask.of("GET", "/console/audit"));

    @TempDir
    private Path folder;

    @Test
    void bearsWithWhateverIsSent() {
        new Attack(Hostile.knowing(ASKS), LONG ? 50_000 : 4000, LONG ? 200_000 : 10_000, 1).on(folder, _ -> {});
    }
}
