package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Findings;
import io.heddle.testkit.hostile.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a client of another protocol sends makes a 5xx, a leak or views that contradict each other.
/// `-Dheddle.prove=long` goes on for longer.
final class HostileFacadesTest {
    private static final int CONNECTIONS = "long".equals(System.getProperty("heddle.prove")) ? 1_000_000 : 8000;
    private static final long GROWTH = 48L << 20;
    private static final String CONSUL = "{\"Name\":\"orders\",\"ID\":\"o1\",\"Address\":\"127.0.0.1\",\"Port\":9,"
            + "\"Tags\":[\"a\"],\"Meta\":{\"secure\":\"true\"},\"Check\":{\"TTL\":\"1s\",\"Status\":\"passing\","
            + "\"DeregisterCriticalServiceAfter\":\"1s\"}}";
    private static final String CHECKED =
            "{\"name\":\"pages\",\"port\":9,\"checks\":[{\"http\":\"http://127.0.0.1:9/\","
                    + "\"interval\":\"1s\",\"header\":{\"a\":[\"b\"]},\"DeregisterCriticalServiceAfter\":\"1s\"},"
                    + "{\"tcp\":\"127.0.0.1:9\",\"timeout\":\"1s\"}]}";
    private static final String XML = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><instance>"
            + "<instanceId>&a;</instanceId><hostName>h</hostName><app>ORDERS</app></instance>";
    private static final List<Ask> ASKS = List.of(
            new Ask("POST", "/eureka/apps/ORDERS", EurekaBodies.minimal("ORDERS", "o%2F1", 8)),
            new Ask("POST", "/eureka/v2/apps/ORDERS/", EurekaBodies.minimal("orders", "o1", 7)),
            new Ask("POST", "/eureka/apps/ORDERS", XML),
            Ask.of("PUT", "/eureka/apps/ORDERS/o1?status=UP&lastDirtyTimestamp=5"),
            Ask.of("PUT", "/eureka/apps/ORDERS/o%2F1/status?value=DOWN"),
            Ask.of("PUT", "/eureka/apps/ORDERS/o1/metadata?a=b"),
            Ask.of("DELETE", "/eureka/apps/ORDERS/o1/status"),
            Ask.of("DELETE", "/eureka/apps/ORDERS/o1"),
            Ask.of("GET", "/eureka/apps/"),
            Ask.of("GET", "/eureka/apps/delta"),
            Ask.of("GET", "/eureka/vips/orders"),
            Ask.of("GET", "/eureka/instances/o1"),
            new Ask("PUT", "/v1/agent/service/register", CONSUL),
            new Ask("PUT", "/v1/agent/service/register", CHECKED),
            Ask.of("PUT", "/v1/agent/check/pass/service:o1?note=x"),
            new Ask("PUT", "/v1/agent/check/update/service:o1", "{\"Status\":\"warning\",\"Output\":\"x\"}"),
            Ask.of("PUT", "/v1/agent/service/maintenance/o1?enable=true"),
            Ask.of("PUT", "/v1/agent/service/deregister/o1"),
            Ask.of("GET", "/v1/agent/service/o1"),
            Ask.of("GET", "/v1/agent/checks"),
            Ask.of("GET", "/v1/catalog/services?index=5&wait=5ms"),
            Ask.of("GET", "/v1/catalog/service/orders?tag=a"),
            Ask.of("GET", "/v1/health/service/orders?passing&index=5&wait=10ms"),
            Ask.of("GET", "/v1/health/checks/orders?dc=dc1"),
            Ask.of("GET", "/v1/catalog/nodes?index=-1"),
            new Ask("PUT", "/v1/kv/app/a?cas=5&flags=7", "{\"a\":1}"),
            Ask.of("GET", "/v1/kv/app/?recurse&index=5&wait=5ms"),
            Ask.of("GET", "/v1/kv/app/?keys&separator=/"),
            Ask.of("DELETE", "/v1/kv/app/a?cas=7"),
            Ask.of("HEAD", "/v1/kv/app/a"),
            Ask.of("GET", "/prometheus/targets?service=orders&status=UP"));

    @TempDir
    private Path folder;

    @Test
    void bearsWithWhateverIsSent() {
        Sources sources =
                Sources.of(Map.of("server.port", "0", "service.data", folder.toString(), "server.access_log", "false"));
        try (RunningService registry = RegistryCenter.start(
                        Service.of("registry-center", Map.of("center", CenterSettings.class), sources));
                Http http = new Http(registry.port())) {
            Hostile hostile = Hostile.knowing(ASKS).withPlainErrors();
            hostile.attack(registry.port(), CONNECTIONS / 4, 3);
            long before = used();

            Findings findings = Hostile.knowing(ASKS).withPlainErrors().attack(registry.port(), CONNECTIONS, 4);

            System.out.println("statuses of the attack: " + findings.statuses());
            assertEquals("", String.join("\n", findings.faults()));
            assertEquals(200, http.register("calc", 1).status());
            Await.until(() -> http.get("/observe/metrics").body().contains("http_server_connections 1.0"));
            Await.until(() -> agreed(http));
            assertTrue(used() - before < GROWTH, () -> "grew by " + (used() - before));
        }
    }

    /// Every view has as many instances.
    private static boolean agreed(Http http) {
        int[] counts = new int[3];
        http.get("/services").data().forEach(service -> counts[0] += service.size());
        http.get("/eureka/apps", "Accept", "application/json")
                .json()
                .path("applications")
                .path("application")
                .forEach(app -> counts[1] += app.path("instance").size());
        http.get("/v1/catalog/services")
                .json()
                .propertyNames()
                .forEach(name -> counts[2] +=
                        http.get("/v1/health/service/" + name).json().size());
        int targets = http.get("/prometheus/targets").json().size();
        return counts[0] > 0 && counts[0] == counts[1] && counts[1] == counts[2] && counts[2] == targets;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
