package io.heddle.bench.system;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.Registry;
import io.heddle.kit.registry.RegistrySettings;
import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The nodes of a registry, each on an island of its own, and services on the mainland and on one of the islands.
final class SplitCentres implements Views, AutoCloseable {
    private static final String TOKEN = "of-the-split-network";
    private static final Duration TTL = Duration.ofSeconds(3);
    private static final int LONG_TTL_SECONDS = 120;

    private final SplitNetwork network;
    private final Path folder;
    private final List<ServiceProcess> nodes;
    private final List<ServiceProcess> others = new ArrayList<>();
    private final List<Registry> services = new ArrayList<>();
    private final List<ServerSocket> sockets = new ArrayList<>();

    SplitCentres(SplitNetwork network, Path folder, String store, int count) {
        this.network = network;
        this.folder = folder;
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ServiceProcess>> starting = IntStream.range(0, count)
                    .mapToObj(island -> each.submit(() -> node(island, store)))
                    .toList();
            this.nodes = starting.stream().map(SplitCentres::started).toList();
        }
    }

    private static ServiceProcess started(Future<ServiceProcess> starting) {
        try {
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e);
        }
    }

    private ServiceProcess node(int island, String store) {
        Map<String, String> own = new HashMap<>();
        own.put("server.host", network.host(island));
        own.put("center.access.admin_token", TOKEN);
        own.put("center.cluster.store", store);
        own.put("center.cluster.node", "node-" + island);
        own.put("center.cluster.presence_ttl", "2s");
        return ServiceProcess.within(
                network.at(island), Fleet.jar("registry-center"), folder.resolve("registry-" + island), own);
    }

    @Override
    public int count() {
        return nodes.size();
    }

    @Override
    public Map<String, String> view(int number) {
        return Views.of(answer(number, "/services"));
    }

    long revision(int number) {
        return answer(number, "/watch?services=*&since=0").path("revision").asLong();
    }

    private JsonNode answer(int number, String path) {
        HttpResponse<String> answer = Web.get(nodes.get(number).url() + path, TOKEN);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("node " + number + " says " + answer.statusCode());
        }
        return Web.JSON.readTree(answer.body()).path("data");
    }

    String health(int number) {
        return Web.get(nodes.get(number).url() + "/observe/health").body();
    }

    /// What a node on an island that is cut off says of itself, asked there.
    String healthThere(int island) {
        return there(island, "/observe/health");
    }

    /// Registers an instance from an island at the node there, for longer than the test takes.
    ///
    /// @return its lease
    String registerThere(int island, String name) {
        String said = "{\"name\":\"%s\",\"service\":\"http://%s:9\",\"ttl\":%d}"
                .formatted(name, network.host(island), LONG_TTL_SECONDS);
        String answer = there(island, "/register", "-i", "-d", said);
        return answer.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-lease-token:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(answer));
    }

    void deregisterThere(int island, String lease) {
        there(island, "/leases/" + lease, "-X", "DELETE");
    }

    private String there(int island, String path, String... options) {
        List<String> command = new ArrayList<>(network.at(island));
        command.addAll(List.of("curl", "-sS", "-f", "-m", "10", "-H", "Authorization: Bearer " + TOKEN));
        command.addAll(List.of(options));
        command.add(nodes.get(island).url() + path);
        Shell.Result result = Shell.in(folder, command.toArray(String[]::new)).run();
        if (result.code() != 0) {
            throw new IllegalStateException(path + " there: " + result.err());
        }
        return result.out();
    }

    /// A calculator on an island that knows the node there alone.
    void calculator(int island) {
        others.add(ServiceProcess.within(
                network.at(island),
                Fleet.jar("calc"),
                folder.resolve("calc-" + others.size()),
                Map.of(
                        "server.host",
                        network.host(island),
                        "registry.urls",
                        nodes.get(island).url().toString(),
                        "registry.token",
                        TOKEN,
                        "registry.ttl",
                        "3s")));
    }

    /// A service of this process, on the mainland, that knows all nodes.
    Registry service(String name) {
        List<String> urls = nodes.stream().map(node -> node.url().toString()).toList();
        Registry service = Registry.open(
                RegistrySettings.at(urls.getFirst()).nodes(urls).token(TOKEN).ttl(TTL), Metrics.create());
        services.add(service);
        service.register(Registration.of(name, "http://" + network.mainland() + ':' + listen()));
        return service;
    }

    private int listen() {
        try {
            sockets.add(new ServerSocket(0, 50, InetAddress.getByName(network.mainland())));
            return sockets.getLast().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> each.execute(service::close));
        }
        others.forEach(ServiceProcess::close);
        nodes.forEach(ServiceProcess::close);
        for (ServerSocket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
