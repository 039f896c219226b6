package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ConsulFacadeTest {
    private static final String REGISTER = "/v1/agent/service/register";
    private static final String HEALTH = "/v1/health/service/orders";

    private final RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Http http = new Http(registry.port());

    @AfterEach
    void close() {
        http.close();
        registry.close();
    }

    private Http.Answer put(String path, String body) {
        return http.send("PUT", path, body);
    }

    private void register(String id, int port, String more) {
        Http.Answer answer = put(
                REGISTER,
                "{\"ID\":\"" + id + "\",\"Name\":\"Orders\",\"Address\":\"127.0.0.1\",\"Port\":" + port + more + "}");
        assertEquals(200, answer.status(), answer.body());
        assertEquals("", answer.body());
    }

    private static FutureTask<Http.Answer> later(java.util.concurrent.Callable<Http.Answer> work) {
        FutureTask<Http.Answer> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static Http.Answer of(FutureTask<Http.Answer> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsAServiceInItsOwnShapes() {
        register(
                "orders-1",
                8080,
                ",\"Tags\":[\"blue\"],\"Meta\":{\"zone\":\"eu\"},\"Check\":{\"TTL\":\"30s\",\"Status\":\"passing\"}");

        JsonNode health = http.get(HEALTH + "?passing").json().path(0);
        assertEquals("Orders", health.path("Service").path("Service").asString());
        assertEquals("orders-1", health.path("Service").path("ID").asString());
        assertEquals(8080, health.path("Service").path("Port").asInt());
        assertEquals("eu", health.path("Service").path("Meta").path("zone").asString());
        assertEquals(1, health.path("Service").path("Weights").path("Passing").asInt());
        assertEquals("127.0.0.1", health.path("Node").path("Address").asString());
        assertEquals(
                "service:orders-1",
                health.path("Checks").path(0).path("CheckID").asString());
        assertEquals("passing", health.path("Checks").path(0).path("Status").asString());
        JsonNode catalog = http.get("/v1/catalog/service/Orders").json().path(0);
        assertEquals("orders-1", catalog.path("ServiceID").asString());
        assertEquals("127.0.0.1", catalog.path("ServiceAddress").asString());
        assertEquals("blue", catalog.path("ServiceTags").path(0).asString());
        assertEquals("{\"orders\":[\"blue\"]}", http.get("/v1/catalog/services").body());
        assertEquals("[]", http.get("/v1/health/service/none").body());
        assertEquals(1, http.get(HEALTH + "?tag=blue").json().size());
        assertEquals(0, http.get(HEALTH + "?tag=blue&tag=red").json().size());
        assertEquals(
                "eu", http.get("/service/orders").data().path(0).path("zone").asString());
        assertTrue(http.get("/v1/agent/services").json().has("orders-1"));
        assertTrue(http.get("/v1/agent/checks").json().has("service:orders-1"));
        assertEquals(
                "dc1",
                http.get("/v1/agent/self")
                        .json()
                        .path("Config")
                        .path("Datacenter")
                        .asString());
        assertEquals(1, http.get("/v1/catalog/nodes").json().size());
        assertEquals("127.0.0.1:8300", http.get("/v1/status/leader").json().asString());
    }

    @Test
    void aCheckThatIsToldDecides() {
        register("o", 1, ",\"check\":{\"ttl\":\"600s\"}");
        assertEquals(0, http.get(HEALTH + "?passing=true").json().size());
        assertEquals(
                "DOWN",
                http.get("/service/orders").data().path(0).path("status").asString());

        assertEquals(200, put("/v1/agent/check/pass/service:o?note=fine", null).status());
        assertEquals(1, http.get(HEALTH + "?passing=true").json().size());
        assertEquals(
                "UP", http.get("/service/orders").data().path(0).path("status").asString());
        put("/v1/agent/check/warn/service:o", null);
        assertEquals(
                "warning",
                http.get("/v1/health/checks/orders")
                        .json()
                        .path(0)
                        .path("Status")
                        .asString());
        assertEquals(0, http.get(HEALTH + "?passing=true").json().size());
        assertEquals(
                "UP", http.get("/service/orders").data().path(0).path("status").asString());
        put("/v1/agent/check/update/service:o", "{\"Status\":\"critical\",\"Output\":\"broken\"}");
        JsonNode check = http.get("/v1/health/checks/orders").json().path(0);
        assertEquals("broken", check.path("Output").asString());
        assertEquals(
                "DOWN",
                http.get("/service/orders").data().path(0).path("status").asString());
        assertEquals(404, put("/v1/agent/check/pass/service:none", null).status());
    }

    @Test
    void aCheckThatNobodyTellsExpiresAndTheServiceIsTakenOut() {
        register(
                "o", 1, ",\"Check\":{\"TTL\":\"1s\",\"Status\":\"passing\",\"DeregisterCriticalServiceAfter\":\"1s\"}");
        assertEquals(1, http.get(HEALTH + "?passing").json().size());
        Await.until(() -> http.get(HEALTH + "?passing").body().equals("[]"));
        Await.until(() -> http.get(HEALTH).body().equals("[]"));
        assertEquals(404, http.get("/service/orders").status());
    }

    @Test
    void anHttpCheckOfItsOwnDecides() {
        try (TestTarget target = new TestTarget(200)) {
            register(
                    "o",
                    target.port(),
                    ",\"Check\":{\"HTTP\":\"" + target.url() + "/h\",\"Interval\":\"1s\","
                            + "\"Header\":{\"X-A\":[\"b\"]},\"Method\":\"GET\"}");
            Await.until(() -> http.get(HEALTH + "?passing").json().size() == 1);
            target.status(500);
            Await.until(() -> http.get(HEALTH + "?passing").json().size() == 0);
            String output = http.get(HEALTH)
                    .json()
                    .path(0)
                    .path("Checks")
                    .path(0)
                    .path("Output")
                    .asString();
            assertTrue(output.contains("500"), output);
        }
    }

    @Test
    void maintenanceTakesOutOfEveryonesChoice() {
        register("o", 1, "");
        assertEquals(
                200,
                put("/v1/agent/service/maintenance/o?enable=true&reason=x", null)
                        .status());
        assertEquals(0, http.get(HEALTH + "?passing").json().size());
        assertEquals(
                "_service_maintenance:o",
                http.get(HEALTH)
                        .json()
                        .path(0)
                        .path("Checks")
                        .path(0)
                        .path("CheckID")
                        .asString());
        assertEquals(
                "DRAINING",
                http.get("/service/orders").data().path(0).path("status").asString());
        put("/v1/agent/service/maintenance/o?enable=false", null);
        assertEquals(1, http.get(HEALTH + "?passing").json().size());
        assertEquals(400, put("/v1/agent/service/maintenance/o", null).status());
    }

    @Test
    void servicesLeave() {
        register("a/b", 1, "");
        assertEquals(200, put("/v1/agent/service/deregister/a%2Fb", null).status());
        assertEquals(404, put("/v1/agent/service/deregister/a%2Fb", null).status());
        http.register("orders", 7);
        assertEquals(
                200,
                put("/v1/agent/service/deregister/127.0.0.1:orders:7", null).status());
        assertEquals("[]", http.get(HEALTH).body());
    }

    @Test
    void oldClientsChangeByGetAndBrowsersDoNot() {
        register("o", 1, ",\"Check\":{\"TTL\":\"600s\"}");
        assertEquals(200, http.get("/v1/agent/check/pass/service:o").status());
        assertEquals(1, http.get(HEALTH + "?passing").json().size());
        assertEquals(
                403,
                http.get("/v1/agent/service/deregister/o", "Sec-Fetch-Site", "cross-site")
                        .status());
        assertEquals(200, http.get("/v1/agent/service/deregister/o").status());
        assertEquals("[]", http.get(HEALTH).body());
    }

    @Test
    void aQueryWaitsForAChangeOfItsServiceOnly() {
        register("o", 1, "");
        long index = Long.parseLong(http.get(HEALTH).header("X-Consul-Index"));
        FutureTask<Http.Answer> waiting = later(() -> http.get(HEALTH + "?index=" + index + "&wait=60s"));
        http.register("calc", 9);
        assertEquals(Long.toString(index), http.get(HEALTH).header("X-Consul-Index"));
        register("p", 2, "");

        Http.Answer answer = of(waiting);
        assertEquals(2, answer.json().size());
        assertTrue(Long.parseLong(answer.header("X-Consul-Index")) > index);
    }

    @Test
    void aQueryIsToldOfAWarningThoughTheInstanceStaysUp() {
        register("o", 1, ",\"Check\":{\"TTL\":\"600s\",\"Status\":\"passing\"}");
        String index = http.get(HEALTH + "?passing").header("X-Consul-Index");
        FutureTask<Http.Answer> waiting = later(() -> http.get(HEALTH + "?passing&wait=60s&index=" + index));
        put("/v1/agent/check/warn/service:o", null);
        assertEquals("[]", of(waiting).body());
        assertEquals(
                "UP", http.get("/service/orders").data().path(0).path("status").asString());
    }

    @Test
    void aQueryEndsWithItsTime() {
        long index = Long.parseLong(http.get(HEALTH).header("X-Consul-Index"));
        Http.Answer answer = http.get(HEALTH + "?index=" + index + "&wait=10ms");
        assertEquals(Long.toString(index), answer.header("X-Consul-Index"));
        assertEquals("true", answer.header("X-Consul-KnownLeader"));
        assertEquals(200, http.get(HEALTH + "?index=-1&wait=60s").status());
        assertEquals(
                200,
                http.get(HEALTH + "?index=" + Long.MAX_VALUE / 10 + "&wait=60s").status());
    }

    @Test
    void theListOfServicesChangesWithItsNamesOnly() {
        register("o", 1, "");
        String index = http.get("/v1/catalog/services").header("X-Consul-Index");
        register("p", 2, "");
        assertEquals(index, http.get("/v1/catalog/services").header("X-Consul-Index"));
        FutureTask<Http.Answer> waiting = later(() -> http.get("/v1/catalog/services?wait=60s&index=" + index));
        http.register("calc", 1);
        assertEquals("{\"calc\":[],\"orders\":[]}", of(waiting).body());
    }

    @Test
    void aQueryWhosePeerIsGoneEndsAtOnce() throws IOException {
        long index = Long.parseLong(http.get(HEALTH).header("X-Consul-Index"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
            String request = "GET " + HEALTH + "?index=" + index + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> registry.waiting() == 1);
        }
        Await.until(() -> registry.waiting() == 0);
        assertEquals(0, registry.waiting());
    }

    @Test
    void keysArePutComparedAndTakenOut() {
        assertEquals(404, http.get("/v1/kv/app/a").status());
        assertTrue(Long.parseLong(http.get("/v1/kv/app/a").header("X-Consul-Index")) > 0);
        assertEquals("true", put("/v1/kv/app/a?flags=7", "one").body());
        assertEquals("false", put("/v1/kv/app/a?cas=0", "two").body());
        JsonNode value = http.get("/v1/kv/app/a").json().path(0);
        assertEquals("b25l", value.path("Value").asString());
        assertEquals(7, value.path("Flags").asInt());
        assertEquals(
                "true",
                put("/v1/kv/app/a?cas=" + value.path("ModifyIndex").asLong(), "two")
                        .body());
        assertEquals("two", http.get("/v1/kv/app/a?raw").body());
        put("/v1/kv/app/b/c", "");
        assertEquals(2, http.get("/v1/kv/app/?recurse").json().size());
        assertTrue(http.get("/v1/kv/app/b/c").json().path(0).path("Value").isNull());
        assertEquals(
                "[\"app/a\",\"app/b/\"]",
                http.get("/v1/kv/app/?keys&separator=/").body());
        assertEquals("false", http.send("DELETE", "/v1/kv/app/a?cas=5", null).body());
        assertEquals("true", http.send("DELETE", "/v1/kv/app?recurse", null).body());
        assertEquals(404, http.get("/v1/kv/?recurse=true").status());
    }

    @Test
    void aQueryWaitsForAKeyUnderItsPrefixOnly() {
        put("/v1/kv/app/a", "1");
        String index = http.get("/v1/kv/app/?recurse").header("X-Consul-Index");
        FutureTask<Http.Answer> waiting = later(() -> http.get("/v1/kv/app/?recurse&wait=60s&index=" + index));
        put("/v1/kv/other", "1");
        assertEquals(index, http.get("/v1/kv/app/?recurse").header("X-Consul-Index"));
        http.send("DELETE", "/v1/kv/app/a", null);
        assertEquals(404, of(waiting).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | Name
            {"Name":"1x"} | name
            {"Name":"a","Port":70000} | Port
            {"Name":"a","Port":"x"} | Port
            {"Name":"a","Address":"a b"} | Address
            {"Name":"a","Check":{"TTL":"soon"}} | TTL
            {"Name":"a","Check":{"HTTP":"ftp://x","Interval":"1s"}} | HTTP
            {"Name":"a","Check":{"HTTP":"http://h/","Method":"G E"}} | Method
            {"Name":"a","Check":{"HTTP":"http://h/","Header":{"a":["b\\r\\nc"]}}} | Header
            {"Name":"a","Check":{"TCP":"nowhere"}} | TCP
            {"Name":"a","Check":{"Script":"rm"}} | Script
            {"Name":"a","Checks":[{},{}]} | Check
            {"Name":"a","Tags":{"a":1}} | Tags
            {"Name":"a","Meta":{"a":{}}} | a
            [] | body
            """)
    void wrongInputIsRefusedInPlainTextThatNamesTheField(String body, String field) {
        Http.Answer answer = put(REGISTER, body);
        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.header("Content-Type").startsWith("text/plain"));
        assertTrue(answer.body().contains(field), answer.body());
    }

    @Test
    void wrongQueriesAreRefused() {
        assertEquals(400, http.get(HEALTH + "?index=x").status());
        assertEquals(400, http.get(HEALTH + "?index=1&wait=soon").status());
        assertEquals(400, http.get(HEALTH + "?dc=dc2").status());
        assertEquals(400, http.get(HEALTH + "?filter=Service.ID==x").status());
        assertEquals(400, http.get("/v1/kv/").status());
        assertEquals(400, put("/v1/kv/a?acquire=x", "b").status());
        assertEquals(413, put("/v1/kv/" + "a".repeat(600), "b").status());
        assertEquals(413, put("/v1/kv/a", "b".repeat(600_000)).status());
    }

    @Test
    void whoRegistersAgainWithoutChecksIsWell() {
        register("o", 1, ",\"Check\":{\"TTL\":\"600s\"}");
        assertEquals(0, http.get(HEALTH + "?passing").json().size());
        register("o", 1, "");
        assertEquals(1, http.get(HEALTH + "?passing").json().size());
    }

    @Test
    void whoMovesLeavesItsPlaceOnlyWhenItHasAnother() {
        register("o", 1, ",\"Check\":{\"TTL\":\"600s\",\"Status\":\"passing\"}");
        assertEquals(
                200, put("/v1/agent/service/maintenance/o?enable=true", null).status());
        String tooMuch = "{\"ID\":\"o\",\"Name\":\"Orders\",\"Address\":\"127.0.0.1\",\"Port\":2,\"Meta\":{\"a\":\""
                + "x".repeat(5000) + "\"}}";
        assertEquals(400, put(REGISTER, tooMuch).status());
        assertEquals(1, http.get("/service/orders").data().path(0).path("port").asInt());

        register("o", 2, "");
        JsonNode moved = http.get("/service/orders").data();
        assertEquals(1, moved.size());
        assertEquals(2, moved.path(0).path("port").asInt());
        assertEquals("DRAINING", moved.path(0).path("status").asString());
    }
}
