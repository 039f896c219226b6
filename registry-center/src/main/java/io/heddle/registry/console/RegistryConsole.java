package io.heddle.registry.console;

import io.heddle.kit.access.Access;
import io.heddle.kit.console.Console;
import io.heddle.kit.console.Holder;
import io.heddle.kit.console.Place;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.kit.watch.WatchSettings;
import io.heddle.kit.watch.Watchers;
import io.heddle.registry.access.AccessSettings;
import io.heddle.registry.audit.Audit;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.console.View.News;
import io.heddle.registry.lease.Leases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/// The console of a registry: its page, what the page asks for, and the stream of what happens.
public final class RegistryConsole implements AutoCloseable {
    private static final int EVENTS = 500;
    private static final WatchSettings WATCHING =
            new WatchSettings(200, 1, Duration.ofMinutes(1), Duration.ofSeconds(15), Duration.ofMillis(200));

    private final Rooms rooms;
    private final InstantSource time;
    private final EventLog log;
    private final Watchers<EventLog.Subject, News> watchers;

    /// What it shows and steers.
    ///
    /// @param watchers how many watch the registry
    public record Rooms(Catalog catalog, Leases leases, Audit audit, IntSupplier watchers, ClusterView cluster) {}

    /// Makes one that hears of nothing before it is opened.
    ///
    /// @param time the time as beats are counted
    public RegistryConsole(Rooms rooms, InstantSource time, RandomGenerator random) {
        this.rooms = rooms;
        this.time = time;
        this.log = new EventLog(rooms.catalog(), time, EVENTS);
        this.watchers = new Watchers<>(WATCHING, log, random);
    }

    /// Begins to take down what happens.
    public void open() {
        rooms.catalog().listen((name, revision) -> {
            log.changed(revision);
            watchers.hear(name, revision);
        });
        watchers.open();
    }

    /// The page and its sessions.
    ///
    /// @param access what is demanded of those who have no session
    /// @param secure whether it is served on TLS
    public static Console page(Access access, boolean secure) {
        return new Console(
                new Place("registry", RegistryConsole.class, secure),
                access,
                token -> access.scope(token).map(scope -> new Holder(scope, scope)));
    }

    /// What the page asks for; to change an instance that is another's needs more than to register.
    ///
    /// @param access what is demanded, sessions among it
    public Routes routes(Access access) {
        return router -> {
            Router guarded =
                    access.guard(router, method -> method.equals("GET") ? AccessSettings.READ : AccessSettings.ADMIN);
            new ConsoleApiRoutes(new ConsoleHandler(rooms, time, watchers)).addTo(guarded);
        };
    }

    /// Ends the streams.
    @Override
    public void close() {
        watchers.close();
    }
}
