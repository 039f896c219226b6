package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.cluster.ClusterSettings;
import io.heddle.testkit.server.TestServer;
import org.junit.jupiter.api.Test;

/// Consul's keys at two nodes of a cluster, on real stores.
final class KeysOnServersTest {
    @Test
    void areTheSameAtEachNodeOnEtcd() {
        try (TestServer etcd = TestServer.etcd()) {
            areTheSame("etcd://127.0.0.1:" + etcd.port());
        }
    }

    @Test
    void areTheSameAtEachNodeOnZooKeeper() {
        try (TestServer zooKeeper = TestServer.zooKeeper()) {
            areTheSame("zookeeper://127.0.0.1:" + zooKeeper.port());
        }
    }

    private static RegistryCenter node(String store, String name) {
        return RegistryCenter.open(
                ServerSettings.onPort(0), CenterSettings.standard().with(ClusterSettings.on(store, name)));
    }

    private static void areTheSame(String store) {
        try (RegistryCenter a = node(store, "a");
                RegistryCenter b = node(store, "b");
                Http one = new Http(a.port());
                Http other = new Http(b.port())) {
            Await.until(() -> one.send("PUT", "/v1/kv/app/x?cas=0", "1").body().equals("true"));
            String index = one.get("/v1/kv/app/x").header("X-Consul-Index");

            Http.Answer there = other.get("/v1/kv/app/x?wait=1ms&index=" + index);
            assertEquals(200, there.status());
            assertEquals(one.get("/v1/kv/app/x").body(), there.body());
            assertEquals(index, there.header("X-Consul-Index"));
            assertEquals("false", other.send("PUT", "/v1/kv/app/x?cas=0", "2").body());
            assertEquals(
                    "true", other.send("PUT", "/v1/kv/app/x?cas=" + index, "2").body());
            assertEquals(
                    "false", one.send("PUT", "/v1/kv/app/x?cas=" + index, "3").body());

            assertEquals(
                    "true", other.send("DELETE", "/v1/kv/app/?recurse", null).body());
            Await.until(() -> one.get("/v1/kv/app/?recurse").status() == 404);
            long after = Long.parseLong(one.get("/v1/kv/app/?recurse").header("X-Consul-Index"));
            assertTrue(after > Long.parseLong(index));
        }
    }
}
