package io.heddle.bench.system;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.Registry;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.kit.registry.RegistrySettings;
import io.heddle.kit.trace.Traces;
import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The nodes of a registry as processes of their own on one store, and many services that beat.
final class Centres implements Views, AutoCloseable {
    private static final Duration TTL = Duration.ofSeconds(5);

    private final Path folder;
    private final List<ServiceProcess> nodes = new ArrayList<>();
    private final List<Map<String, String>> settings = new ArrayList<>();
    private final List<Clients> clients = new ArrayList<>();
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final List<Registry> services = new ArrayList<>();
    private final List<ServiceProcess> others = new ArrayList<>();

    /// Starts one node for each address of the store.
    Centres(Path folder, List<String> stores) {
        this.folder = folder;
        for (String store : stores) {
            int number = nodes.size();
            Map<String, String> own = new HashMap<>();
            own.put("center.cluster.store", store);
            own.put("center.cluster.node", "node-" + number);
            nodes.add(ServiceProcess.start(Fleet.jar("registry-center"), place(number), own));
            own.put("server.port", Integer.toString(nodes.getLast().port()));
            settings.add(own);
            Targets only = new Targets(
                    "registry-center",
                    List.of(Target.at("registry.urls", nodes.getLast().url().toString())));
            clients.add(Clients.open(
                    ClientSettings.standard().within(Duration.ofSeconds(2)),
                    _ -> only,
                    Traces.off(),
                    Metrics.create()));
        }
    }

    private Path place(int number) {
        return folder.resolve("registry-" + number);
    }

    @Override
    public int count() {
        return nodes.size();
    }

    ServiceProcess node(int number) {
        return nodes.get(number);
    }

    void restart(int number) {
        nodes.set(number, ServiceProcess.start(Fleet.jar("registry-center"), place(number), settings.get(number)));
    }

    /// A service of this process that beats at one of the nodes and listens, but never answers.
    Registry service(String name) {
        Registry service = Registry.over(
                RegistrySettings.at("http://none").ttl(TTL),
                clients.stream().map(some -> some.of(RegistryApi.class)).toList());
        services.add(service);
        service.register(Registration.of(name, "http://127.0.0.1:" + listen()));
        return service;
    }

    private int listen() {
        try {
            sockets.add(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            return sockets.getLast().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A service as a process of its own that knows all nodes.
    ServiceProcess start(String service) {
        String urls = nodes.stream().map(node -> node.url().toString()).collect(Collectors.joining(","));
        others.add(ServiceProcess.start(
                Fleet.jar(service),
                folder.resolve(service + "-" + others.size()),
                Map.of("registry.urls", urls, "registry.ttl", "5s")));
        return others.getLast();
    }

    @Override
    public Map<String, String> view(int number) {
        return Views.of(Web.data(node(number).url() + "/services"));
    }

    JsonNode health(int number) {
        return Web.JSON.readTree(Web.get(node(number).url() + "/observe/health").body());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        others.forEach(ServiceProcess::close);
        services.stream()
                .map(service -> Thread.ofVirtual().start(service::close))
                .toList()
                .forEach(Centres::join);
        nodes.forEach(ServiceProcess::close);
        clients.forEach(Clients::close);
        for (ServerSocket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
