package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.boot.Service;
import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.snapshot.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever registers in one way is seen in every other, and is so after a restart.
final class AllFacadesTest {
    private static final String[] JSON = {"Accept", "application/json"};
    private static final String ADDRESS = "127.0.0.1:8080";

    @TempDir
    private Path folder;

    /// The ways to register.
    private enum Way {
        NATIVE {
            @Override
            void register(Http http) {
                http.post(
                        "/register",
                        "{\"name\":\"orders\",\"service\":\"http://" + ADDRESS + "\",\"zone\":\"eu\",\"ttl\":600}");
            }

            @Override
            void leave(Http http) {
                long token = http.post("/register", "{\"name\":\"orders\",\"service\":\"http://" + ADDRESS + "\"}")
                        .token();
                http.send("DELETE", "/leases/" + token, null);
            }
        },
        EUREKA {
            @Override
            void register(Http http) {
                assertEquals(
                        204,
                        http.post("/eureka/apps/ORDERS", EurekaBodies.minimal("ORDERS", "o1", 8080))
                                .status());
            }

            @Override
            void leave(Http http) {
                assertEquals(
                        200, http.send("PUT", "/eureka/apps/ORDERS/o1", null).status());
                assertEquals(
                        200, http.send("DELETE", "/eureka/apps/ORDERS/o1", null).status());
            }
        },
        CONSUL {
            @Override
            void register(Http http) {
                String body = "{\"Name\":\"orders\",\"ID\":\"o1\",\"Address\":\"127.0.0.1\",\"Port\":8080,"
                        + "\"Meta\":{\"zone\":\"eu\"},\"Check\":{\"TTL\":\"600s\",\"Status\":\"passing\"}}";
                assertEquals(
                        200,
                        http.send("PUT", "/v1/agent/service/register", body).status());
            }

            @Override
            void leave(Http http) {
                assertEquals(
                        200,
                        http.send("PUT", "/v1/agent/check/pass/service:o1", null)
                                .status());
                assertEquals(
                        200,
                        http.send("PUT", "/v1/agent/service/deregister/o1", null)
                                .status());
            }
        };

        abstract void register(Http http);

        abstract void leave(Http http);
    }

    private void during(Consumer<Http> work) {
        CenterSettings usual = CenterSettings.standard();
        CenterSettings kept = new CenterSettings(
                usual.admission(),
                usual.catalog(),
                usual.lease(),
                usual.probe(),
                usual.check(),
                usual.consul(),
                usual.watch(),
                StoreSettings.in(folder),
                usual.access());
        try (RegistryCenter registry = RegistryCenter.open(ServerSettings.onPort(0), kept);
                Http http = new Http(registry.port())) {
            work.accept(http);
        }
    }

    private static void seen(Http http) {
        assertEquals(
                "http://" + ADDRESS,
                http.get("/service/orders").data().path(0).path("service").asString());
        assertEquals(
                "eu", http.get("/service/orders").data().path(0).path("zone").asString());
        var eureka = http.get("/eureka/apps/ORDERS", JSON)
                .json()
                .path("application")
                .path("instance")
                .path(0);
        assertEquals("127.0.0.1", eureka.path("hostName").asString());
        assertEquals(8080, eureka.path("port").path("$").asInt());
        assertEquals("UP", eureka.path("status").asString());
        assertEquals("eu", eureka.path("metadata").path("zone").asString());
        assertTrue(http.get("/eureka/apps").body().contains("<app>ORDERS</app>"));
        var consul =
                http.get("/v1/health/service/orders?passing").json().path(0).path("Service");
        assertEquals("127.0.0.1", consul.path("Address").asString());
        assertEquals(8080, consul.path("Port").asInt());
        assertEquals("eu", consul.path("Meta").path("zone").asString());
        var target = http.get("/prometheus/targets").json().path(0);
        assertEquals(ADDRESS, target.path("targets").path(0).asString());
    }

    private static void gone(Http http) {
        assertEquals(404, http.get("/service/orders").status());
        assertEquals(404, http.get("/eureka/apps/ORDERS").status());
        assertEquals("[]", http.get("/v1/health/service/orders").body());
        assertEquals("[]", http.get("/prometheus/targets").body());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isSeenEverywhereAndOutlivesARestart(Way way) {
        during(http -> {
            way.register(http);
            seen(http);
        });
        during(http -> {
            seen(http);
            way.leave(http);
            gone(http);
        });
        during(AllFacadesTest::gone);
    }

    @Test
    void indexesAndKeysOutliveARestart() {
        List<String> before = new java.util.ArrayList<>();
        during(http -> {
            Way.CONSUL.register(http);
            http.send("PUT", "/v1/kv/a", "b");
            before.add(http.get("/v1/health/service/orders").header("X-Consul-Index"));
            before.add(http.get("/v1/kv/a").body());
        });
        during(http -> {
            long index = Long.parseLong(http.get("/v1/health/service/orders").header("X-Consul-Index"));
            assertTrue(index >= Long.parseLong(before.getFirst()));
            assertEquals(before.getLast(), http.get("/v1/kv/a").body());
            assertEquals(200, http.send("PUT", "/v1/kv/a", "c").status());
        });
    }

    @Test
    void allOfItStandsBehindTheTokens() {
        var sources = io.heddle.kit.config.Sources.of(java.util.Map.of(
                "server.port",
                "0",
                "service.data",
                folder.toString(),
                "center.access.admin_token",
                "secret",
                "center.access.read_token",
                "look"));
        try (var registry = RegistryCenter.start(
                        Service.of("registry-center", java.util.Map.of("center", CenterSettings.class), sources));
                Http http = new Http(registry.port())) {
            for (String path : List.of("/prometheus/targets", "/eureka/apps", "/v1/catalog/services", "/v1/kv/a")) {
                assertEquals(401, http.get(path).status(), path);
            }
            assertEquals(401, http.send("PUT", "/v1/kv/a", "b").status());
            assertEquals(401, http.post("/eureka/apps/ORDERS", "{}").status());
            assertEquals(
                    200,
                    http.get("/v1/catalog/services", "X-Consul-Token", "secret").status());
            assertEquals(
                    200,
                    http.get("/eureka/apps", "Authorization", "Basic dTpzZWNyZXQ=")
                            .status());
        }
    }
}
