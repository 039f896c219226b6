package io.heddle.registry;

import io.heddle.kit.config.Settings;
import io.heddle.kit.config.Sources;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.registry.access.Access;
import io.heddle.registry.catalog.Catalog;
import java.nio.file.Path;
import java.util.Map;

/// Starts the registry centre.
public final class RegistryCenter implements AutoCloseable {
    private final Center center;
    private final HttpServer server;

    private RegistryCenter(Center center, HttpServer server) {
        this.center = center;
        this.server = server;
    }

    public static void main(String[] args) {
        Settings settings = Settings.load(
                Sources.ofProcess(), Map.of("server", ServerSettings.class, "center", CenterSettings.class));
        RegistryCenter registry =
                open(settings.get("server", ServerSettings.class), settings.get("center", CenterSettings.class));
        Runtime.getRuntime().addShutdownHook(new Thread(registry::close, "registry-stop"));
    }

    /// Opens a registry that listens.
    public static RegistryCenter open(ServerSettings serving, CenterSettings settings) {
        Access access = Access.of(
                settings.access(), serving.host(), settings.store().folder().map(Path::of));
        Center center = Center.open(settings);
        HttpServer server =
                HttpServer.builder(serving).routes(center.routes(access)).open();
        return new RegistryCenter(center, server);
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// For tests.
    Catalog catalog() {
        return center.catalog();
    }

    /// Ends the watches and keeps the state before it stops to listen, so that nobody is suspected for it.
    @Override
    public void close() {
        center.close();
        server.close();
    }
}
