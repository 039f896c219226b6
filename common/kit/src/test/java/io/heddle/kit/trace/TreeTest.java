package io.heddle.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.rpc.Rpc;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.call.RpcClient;
import io.heddle.kit.rpc.serve.RpcRoutes;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Many requests at once, each of which asks three times and once by name, side by side: every trace is one whole tree.
final class TreeTest {
    private static final int REQUESTS = 40;
    private static final int SPANS = 11;
    private static final LeafApi LEAVES = number -> number;

    /// What is asked.
    @HttpApi("leaf")
    interface LeafApi {
        /// One leaf.
        @Rpc
        @Get("/leaves/{number}")
        int leaf(int number);
    }

    /// What asks.
    @HttpApi("front")
    interface FrontApi {
        /// The sum of four leaves.
        @Get("/sum")
        int sum();
    }

    @Test
    void everyTraceIsOneTreeHoweverManyThereAre() throws Exception {
        Duration patience = Duration.ofSeconds(10);
        AtomicReference<RpcClient> byName = new AtomicReference<>();
        try (Collector collector = new Collector(202);
                Metrics metrics = Metrics.create();
                Traces front = open(collector, "front", metrics);
                Traces leaf = open(collector, "leaf", metrics);
                HttpServer leaves = HttpServer.builder(ServerSettings.onPort(0))
                        .traces(leaf)
                        .routes(new TreeTest_LeafApiRoutes(LEAVES))
                        .routes(RpcRoutes.of(
                                "leaf", RpcSettings.standard(), metrics, List.of(new TreeTest_LeafApiRpc(LEAVES))))
                        .open();
                Clients clients = Clients.open(at("leaf", leaves), Targets::none, front, metrics);
                HttpServer fronts = HttpServer.builder(ServerSettings.onPort(0))
                        .traces(front)
                        .routes(new TreeTest_FrontApiRoutes(
                                () -> sum(clients.of(LeafApi.class), byName.get(), patience)))
                        .open();
                Clients callers = Clients.open(at("front", fronts), Targets::none, Traces.off(), metrics)) {
            byName.set(new RpcClient(clients, RpcSettings.standard(), "front"));
            FrontApi api = callers.of(FrontApi.class);
            assertThat(api.sum()).isEqualTo(6); // The first asks for the index, too, and is a larger tree.
            int first = collector.await(SPANS + 2).size();
            List<Callable<Integer>> requests = IntStream.range(0, REQUESTS)
                    .<Callable<Integer>>mapToObj(_ -> api::sum)
                    .toList();
            assertThat(Fanout.all(Deadline.in(patience), requests))
                    .hasSize(REQUESTS)
                    .containsOnly(6);

            Map<String, List<JsonNode>> traces = collector.await(first + REQUESTS * SPANS).stream()
                    .skip(first)
                    .collect(Collectors.groupingBy(span -> span.get("traceId").asString()));
            assertThat(traces).hasSize(REQUESTS);
            traces.values().forEach(TreeTest::assertTree);
        }
    }

    private static Traces open(Collector collector, String service, Metrics metrics) throws IOException {
        Duration quick = Duration.ofMillis(50);
        return Traces.open(
                new TraceSettings(collector.url(), 1, 1_000_000, 10_000, quick, Duration.ofSeconds(5), Map.of()),
                service,
                metrics);
    }

    private static ClientSettings at(String service, HttpServer server) {
        return ClientSettings.standard().with(service, "http://127.0.0.1:" + server.port());
    }

    private static int sum(LeafApi leaves, RpcClient byName, Duration patience) {
        List<Callable<Integer>> all = IntStream.range(0, 3)
                .<Callable<Integer>>mapToObj(number -> () -> leaves.leaf(number))
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(() -> byName.call("leaf:LeafApi.leaf", Integer.class, 3));
        return Fanout.all(Deadline.in(patience), all).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void assertTree(List<JsonNode> spans) {
        JsonNode root = only(spans, "frontapi.sum", "SERVER");
        JsonNode fanout = only(spans, "fanout", "");
        assertThat(root.has("parentId")).isFalse();
        assertThat(fanout.get("parentId")).isEqualTo(root.get("id"));
        List<JsonNode> calls = all(spans, "leafapi.leaf", "CLIENT");
        List<JsonNode> answers = all(spans, "leafapi.leaf", "SERVER");
        assertThat(calls).hasSize(4).allSatisfy(call -> {
            assertThat(call.get("parentId")).isEqualTo(fanout.get("id"));
            assertThat(call.at("/localEndpoint/serviceName").asString()).isEqualTo("front");
            assertThat(call.at("/tags/http.status_code").asString()).isEqualTo("200");
        });
        List<String> asked = answers.stream()
                .map(answer -> answer.get("parentId").asString())
                .collect(Collectors.toCollection(ArrayList::new));
        asked.add(requestByName(spans).get("parentId").asString());
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        calls.stream().map(call -> call.get("id").asString()).toList());
        assertThat(answers)
                .extracting(answer -> answer.at("/localEndpoint/serviceName").asString())
                .containsOnly("leaf");
    }

    /// A call by name has the span of its request, and below it that of the method.
    private static JsonNode requestByName(List<JsonNode> spans) {
        JsonNode method = only(spans, "leafapi.leaf", "");
        JsonNode request = spans.stream()
                .filter(span -> span.get("id").equals(method.get("parentId")))
                .findFirst()
                .orElseThrow();
        assertThat(request.path("kind").asString()).isEqualTo("SERVER");
        assertThat(method.at("/localEndpoint/serviceName").asString()).isEqualTo("leaf");
        return request;
    }

    private static JsonNode only(List<JsonNode> spans, String name, String kind) {
        List<JsonNode> found = all(spans, name, kind);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> all(List<JsonNode> spans, String name, String kind) {
        return spans.stream()
                .filter(span -> span.path("name").asString().equals(name)
                        && span.path("kind").asString("").equals(kind))
                .toList();
    }
}
