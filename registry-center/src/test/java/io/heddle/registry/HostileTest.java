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
    private static final int CONNECTIONS = "long".equals(System.getProperty("heddle.prove")) ? 200_000 : 6000;
    private static final String FULL =
            "{\"name\":\"calc\",\"service\":\"http://127.0.0.1:9\",\"ttl\":1,\"zone\":\"eu\","
                    + "\"metadata\":{\"a\":\"b\"},\"tags\":[\"x\"],\"weight\":5,\"version\":\"1\"}";
    private static final List<Ask> ASKS = List.of(
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
            Ask.of("GET", "/"));

    @TempDir
    private Path folder;

    @Test
    void bearsWithWhateverIsSent() {
        new Attack(Hostile.knowing(ASKS), CONNECTIONS, 1).on(folder, _ -> {});
    }
}
