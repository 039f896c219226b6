package io.heddle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.Registry;
import io.heddle.kit.registry.RegistrySettings;
import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.cluster.Cluster;
import io.heddle.registry.cluster.ClusterSettings;
import io.heddle.testkit.fault.Fault;
import io.heddle.testkit.fault.FaultyRelay;
import io.heddle.testkit.server.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The kit's client with a list of nodes, on a real store.
@Timeout(120)
final class NodesTest {
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final TestServer etcd = track(TestServer.etcd());
    private final List<RegistryCenter> nodes = new ArrayList<>(
            IntStream.range(0, 3).mapToObj(i -> node("node-" + i)).toList());

    private <T extends AutoCloseable> T track(T resource) {
        opened.add(resource);
        return resource;
    }

    private RegistryCenter node(String name) {
        ClusterSettings cluster = ClusterSettings.on("etcd://127.0.0.1:" + etcd.port(), name);
        return track(RegistryCenter.open(
                ServerSettings.onPort(0), CenterSettings.standard().with(cluster)));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened.reversed()) {
            resource.close();
        }
    }

    private Registry client(Stream<Integer> ports) {
        List<String> urls = ports.map(port -> "http://127.0.0.1:" + port).toList();
        RegistrySettings settings = RegistrySettings.at("http://none").ttl(Duration.ofSeconds(3));
        return track(Registry.open(settings.nodes(urls), Metrics.create()));
    }

    private Registry client() {
        return client(nodes.stream().map(RegistryCenter::port));
    }

    private Optional<String> keeper(RegistryCenter node, String service) {
        Cluster cluster = node.cluster().orElseThrow();
        return node.catalog()
                .entries()
                .filter(entry -> entry.name().equals(service))
                .findFirst()
                .map(cluster::owner);
    }

    @Test
    void keepsToOneNodeAndGoesToTheNextWhenItStops() {
        Registry caller = client();
        Registry callee = client();
        callee.register(Registration.of("calc", "http://127.0.0.1:1"));
        nodes.forEach(node -> Await.until(() -> keeper(node, "calc").isPresent()));
        String first = keeper(nodes.getFirst(), "calc").orElseThrow();
        assertEquals(
                List.of(1),
                caller.targets("calc").all().stream().map(Target::port).toList());

        RegistryCenter stopped = nodes.remove(Integer.parseInt(first.substring("node-".length())));
        stopped.close();
        nodes.forEach(node -> Await.until(
                () -> keeper(node, "calc").filter(name -> !name.equals(first)).isPresent()));
        Registry late = client();
        late.register(Registration.of("calc", "http://127.0.0.1:2"));
        Await.until(() -> caller.targets("calc").all().size() == 2);
        callee.close();
        nodes.forEach(node -> Await.until(() -> node.catalog().count("calc") == 1));
        Await.until(() -> caller.targets("calc").all().size() == 1);
    }

    @Test
    void aNodeThatHangsIsLeftToo() {
        try (FaultyRelay relay = FaultyRelay.to(nodes.getFirst().port())) {
            relay.every(new Fault.Hang());
            for (int i = 1; i <= 4; i++) {
                Registry some = client(Stream.of(relay.port(), nodes.getLast().port()));
                some.register(Registration.of("calc", "http://127.0.0.1:" + i));
                Await.until(some::registered);
            }
            nodes.forEach(node -> Await.until(() -> node.catalog().count("calc") == 4));
        }
    }

    @Test
    void theClusterIsSeenInTheHealth() {
        var state = nodes.getFirst().cluster().orElseThrow().state();
        assertEquals("node-0", state.node());
        Await.until(
                () -> nodes.getFirst().cluster().orElseThrow().state().nodes().size() == 3);
        assertTrue(nodes.stream().allMatch(node -> node.catalog().revision() > 0));
        assertEquals(
                3,
                nodes.stream()
                        .map(node -> Math.floorMod(node.catalog().revision(), Cluster.STRIDE))
                        .distinct()
                        .count());
    }

    private static Http.Answer tell(Http node, String health) {
        return node.send("PUT", "/v1/agent/check/" + health + "/service:o", null);
    }

    /// A client behind a balancer tells one node after another.
    @Test
    void whatOneNodeIsToldOfACheckHoldsAtEveryNode() {
        List<Http> ways =
                nodes.stream().map(node -> track(new Http(node.port()))).toList();
        String passing = "/v1/health/service/orders?passing";
        String body =
                "{\"ID\":\"o\",\"Name\":\"orders\",\"Address\":\"127.0.0.1\",\"Port\":1,\"Check\":{\"TTL\":\"600s\"}}";
        assertEquals(
                200, ways.get(0).send("PUT", "/v1/agent/service/register", body).status());
        ways.forEach(way -> Await.until(() -> way.get("/v1/agent/checks").json().has("service:o")));

        Await.until(() -> tell(ways.get(1), "pass").status() == 200);
        ways.forEach(way -> Await.until(() -> way.get(passing).json().size() == 1));
        nodes.forEach(node -> Await.until(() -> keeper(node, "orders").equals(Optional.of("node-1"))));

        Await.until(() -> tell(ways.get(2), "fail").status() == 200);
        ways.forEach(way -> Await.until(() -> way.get(passing).json().isEmpty()));
        Await.until(() -> tell(ways.get(0), "pass").status() == 200);
        ways.forEach(way -> Await.until(() -> way.get(passing).json().size() == 1));
    }
}
