package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.testkit.slow.Sluggards;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Peers that read nothing, or stop in the middle of what they say, hold no more memory than is allowed and keep
/// nobody else from being answered. `-Dheddle.prove=long` has more of them, and more instances.
final class SlowPeersTest {
    private static final boolean LONG = "long".equals(System.getProperty("heddle.prove"));
    private static final int INSTANCES = LONG ? 10_000 : 2000;
    private static final int PEERS = LONG ? 200 : 40;
    private static final long MOST_HELD = LONG ? 32L << 20 : 4L << 20;
    /// What 2,000 connections and their threads take without any answer, and what the largest answers take once.
    private static final long BESIDE = LONG ? 192L << 20 : 48L << 20;

    private static final List<String> LARGEST = List.of(
            "/services",
            "/service/calc",
            "/watch?services=calc&since=1",
            "/events?services=*",
            "/eureka/apps",
            "/v1/agent/services",
            "/v1/agent/checks",
            "/v1/health/service/calc",
            "/v1/catalog/nodes",
            "/prometheus/targets",
            "/observe/metrics");

    private final RunningService registry = RegistryCenter.start(Service.of(
            "registry-center",
            Map.of("center", CenterSettings.class),
            Sources.of(Map.of(
                    "server.port", "0", "server.access_log", "false", "server.max_held", Long.toString(MOST_HELD)))));
    private final Http http = new Http(registry.port());
    private final Sluggards peers = new Sluggards(registry.port());

    @AfterEach
    void close() {
        peers.close();
        http.close();
        registry.close();
    }

    private void fill() {
        for (int port = 1; port <= INSTANCES; port++) {
            String body = "{\"Name\":\"calc\",\"ID\":\"calc-" + port + "\",\"Address\":\"127.0.0.1\",\"Port\":" + port
                    + ",\"Meta\":{\"some\":\"" + "x".repeat(100) + "\"}}";
            assertEquals(
                    200, http.send("PUT", "/v1/agent/service/register", body).status());
        }
    }

    private void others() {
        assertEquals(200, http.get("/services").status());
        assertEquals(200, http.register("other", 7).status());
        assertTrue(held() <= MOST_HELD, () -> held() + " held");
    }

    private double held() {
        return http.get("/observe/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_held_bytes "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whoReadsNothingHoldsNoMoreThanIsAllowed() {
        fill();
        LARGEST.stream().filter(path -> !path.startsWith("/events")).forEach(http::get);
        long before = used();
        for (int peer = 0; peer < PEERS; peer++) {
            LARGEST.forEach(peers::ask);
            if (peer % 10 == 0) {
                http.register("changing", 1 + peer);
                others();
            }
        }
        peers.sip();
        others();
        long after = used();
        System.out.println(peers.count() + " slow readers: " + (before >> 20) + " MB before, " + (after >> 20)
                + " MB now, held " + (long) held());
        assertTrue(after - before < MOST_HELD + BESIDE, () -> "grew by " + (after - before));
        peers.close();
        Await.until(() -> http.get("/observe/metrics").body().contains("http_server_connections 1.0"));
        Await.until(() -> held() == 0);
    }

    @Test
    void whoStopsInTheMiddleHoldsNoMoreThanIsAllowed() {
        long before = used();
        for (int peer = 0; peer < PEERS; peer++) {
            peers.say("GET /serv");
            peers.say("GET /services HTTP/1.1\r\nHost: local");
            peers.tell("/v1/kv/a", 1 << 20);
            peers.tell("/eureka/apps/A", 1 << 19);
            peers.say("PUT /v1/kv/b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n80000\r\n"
                    + "x".repeat(1 << 18));
            peers.ask("/v1/health/service/calc?index=" + Long.MAX_VALUE / 10 + "&wait=10m");
            peers.ask("/v1/catalog/services?index=1");
        }
        others();
        long after = used();
        System.out.println(peers.count() + " half requests: " + (before >> 20) + " MB before, " + (after >> 20)
                + " MB now, held " + (long) held());
        assertTrue(after - before < MOST_HELD + BESIDE, () -> "grew by " + (after - before));
    }
}
