package io.heddle.registry;

import io.heddle.kit.access.Access;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.cluster.Cluster;
import io.heddle.registry.console.ConsoleApi;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Starts the registry centre.
public final class RegistryCenter implements AutoCloseable {
    private final Center center;
    private final HttpServer server;

    private RegistryCenter(Center center, HttpServer server) {
        this.center = center;
        this.server = server;
    }

    public static void main(String[] args) {
        start(Service.named("registry-center", Map.of("center", CenterSettings.class)))
                .await();
    }

    /// A registry with all that a service has; what it keeps is in the data folder of the service.
    static RunningService start(Service service) {
        CenterSettings settings = service.settings("center", CenterSettings.class);
        CenterSettings kept = service.data().map(settings::keptIn).orElse(settings);
        ServerSettings serving = service.settings("server", ServerSettings.class);
        Access access =
                kept.access().access(serving.host(), kept.store().folder().map(Path::of));
        Center center = Center.open(kept.with(kept.cluster().named(NodeName.of(serving))));
        center.cluster().ifPresent(node -> service.state("cluster", node::state));
        service.metrics().gauge("registry.instances", center.catalog()::size);
        service.metrics().gauge("registry.services", center.catalog()::serviceCount);
        return service.document(RegistryApi.class)
                .document(ConsoleApi.class)
                .routes(center.routes(access, serving.tls().on()))
                .closingFirst(center)
                .start();
    }

    /// Opens a registry that listens.
    public static RegistryCenter open(ServerSettings serving, CenterSettings settings) {
        Access access = settings.access()
                .access(serving.host(), settings.store().folder().map(Path::of));
        Center center = Center.open(settings.with(settings.cluster().named(NodeName.of(serving))));
        HttpServer server = HttpServer.builder(serving)
                .routes(center.routes(access, serving.tls().on()))
                .open();
        return new RegistryCenter(center, server);
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// For tests.
    Optional<Cluster> cluster() {
        return center.cluster();
    }

    /// For tests.
    Catalog catalog() {
        return center.catalog();
    }

    /// For tests.
    int waiting() {
        return center.waiting();
    }

    /// Ends the watches and keeps the state before it stops to listen, so that nobody is suspected for it.
    @Override
    public void close() {
        center.close();
        server.close();
    }
}
