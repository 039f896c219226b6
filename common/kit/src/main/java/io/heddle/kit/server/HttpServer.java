package io.heddle.kit.server;

import io.heddle.kit.config.SettingsException;
import io.heddle.kit.json.Json;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.body.RequestBody;
import io.heddle.kit.server.failure.Failures;
import io.heddle.kit.server.guard.GuardLimits;
import io.heddle.kit.server.guard.Guards;
import io.heddle.kit.server.handshake.Handshakes;
import io.heddle.kit.server.route.RouteTable;
import io.heddle.kit.trace.Traces;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A server that listens. Made by its {@link Builder}; `close` ends it at once, `drain` first lets others look away
/// and finishes what it has in hand.
public final class HttpServer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(5);
    /// How long live streams may take for their last words when the server closes at once.
    private static final Duration FAREWELL = Duration.ofMillis(250);

    /// What part of the heap slow peers may make us hold, unless it is set.
    private static final long HEAP_SHARE = 4;

    private final Shared shared;
    private final Observe observe;
    private final Guards guards;
    private final WebServer server;

    private HttpServer(Builder builder) {
        this.shared = Shared.of(builder.settings, builder.json, builder.traces, builder.metrics);
        this.observe = new Observe(shared, builder.checks, builder.states);
        this.guards = new Guards(limits(builder.settings));
        RouteTable<Route> table = new RouteTable<>();
        Router router = (method, template, name, handler) ->
                table.add(method, template, new Route(method, template, name, handler, shared.metrics()));
        observe.addTo(router);
        builder.routes.forEach(routes -> routes.addTo(router));
        this.server = configure(new Pipeline(shared, table)).build();
    }

    /// Begins to describe a server.
    public static Builder builder(ServerSettings settings) {
        return new Builder(settings);
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// Whether it takes requests and all its checks agree.
    public boolean ready() {
        return server.isRunning() && observe.ready();
    }

    /// Says that it is not ready and ends each connection with its next answer; waits the notice of the settings so
    /// that others can look away, then until nothing is in hand or the limit of the settings is over; then closes.
    public void drain() {
        shared.draining().set(true);
        await(shared.settings().drainNotice(), () -> false);
        guards.endStreams();
        await(shared.settings().drainLimit(), () -> shared.inFlight().get() == 0);
        close();
    }

    @Override
    public void close() {
        shared.draining().set(true);
        guards.endStreams();
        await(FAREWELL, () -> guards.streams() == 0);
        guards.cutStreams();
        guards.closeIdle();
        server.stop();
        guards.close();
    }

    private HttpServer open() {
        start();
        guards.open();
        shared.metrics().gauge("http.server.connections", guards::count);
        shared.metrics().gauge("http.server.held.bytes", () -> guards.held().total());
        shared.metrics().gauge("http.server.in.flight", () -> shared.inFlight().get());
        return this;
    }

    /// Helidon logs it and goes on when it cannot bind, so the address is tried first and the outcome is looked at.
    private void start() {
        ServerSettings settings = shared.settings();
        try (ServerSocket trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw unbindable(e);
        }
        server.start();
        if (!server.isRunning()) {
            throw unbindable(new IOException("the listener did not start"));
        }
    }

    private SettingsException unbindable(IOException cause) {
        ServerSettings settings = shared.settings();
        return new SettingsException(
                "server.port: " + settings.host() + ':' + settings.port() + " cannot be bound (" + cause.getMessage()
                        + "); another program may have it, and 0 takes a free port",
                cause);
    }

    private static void await(Duration limit, BooleanSupplier over) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!over.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static GuardLimits limits(ServerSettings settings) {
        return new GuardLimits(
                settings.idleTimeout(),
                settings.headerTimeout(),
                settings.bodyTimeout(),
                settings.bodyRate(),
                settings.writeTimeout(),
                settings.maxHeld() > 0
                        ? settings.maxHeld()
                        : Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    private WebServerConfig.Builder configure(Pipeline pipeline) {
        ServerSettings settings = shared.settings();
        Http1Config.Builder http1 = Http1Config.builder()
                .receiveLog(false)
                .sendLog(false)
                .validateResponseHeaders(true)
                .maxHeadersSize(settings.maxHeaders())
                .maxPrologueLength(settings.maxUri());
        WebServerConfig.Builder config = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .contentEncoding(RequestBody.codings())
                .addConnectionSelector(guards.selector(http1))
                .backlog(8192)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .putListenerSocketOption(StandardSocketOptions.SO_RCVBUF, 262_144)
                .putListenerSocketOption(StandardSocketOptions.SO_REUSEADDR, true)
                .writeQueueLength(0)
                .smartAsyncWrites(false)
                .writeBufferSize(16_384)
                .maxTcpConnections(settings.maxConnections())
                .maxConcurrentRequests(settings.maxRequests())
                .shutdownGracePeriod(Duration.ofSeconds(1))
                .directHandlers(Failures.direct(shared.cors(), shared.envelope()))
                .routing(routing -> routing.any(pipeline));
        if (!settings.tls().key().isEmpty()) {
            config.tls(Handshakes.tls(settings.tls().settings(), settings.headerTimeout()));
        }
        return config;
    }

    /// Describes a server.
    public static final class Builder {
        private final ServerSettings settings;
        private final List<Routes> routes = new ArrayList<>();
        private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
        private final Map<String, Supplier<?>> states = new LinkedHashMap<>();
        private Json json = Json.strict();
        private Traces traces = Traces.off();
        private Metrics metrics = Metrics.create();

        private Builder(ServerSettings settings) {
            this.settings = settings;
        }

        /// Reads and writes bodies with this codec instead of a strict one.
        public Builder json(Json codec) {
            this.json = codec;
            return this;
        }

        /// Makes a span of each request.
        public Builder traces(Traces spans) {
            this.traces = spans;
            return this;
        }

        /// Counts into these meters, and prints them at `/observe/metrics`.
        public Builder metrics(Metrics meters) {
            this.metrics = meters;
            return this;
        }

        /// Adds routes.
        public Builder routes(Routes more) {
            routes.add(more);
            return this;
        }

        /// Adds a condition of being ready; it is asked by any thread and must not block for long.
        public Builder check(String name, BooleanSupplier ready) {
            checks.put(name, ready);
            return this;
        }

        /// Adds to what `/observe/health` tells; it is asked by any thread and must not block.
        public Builder state(String name, Supplier<?> state) {
            states.put(name, state);
            return this;
        }

        /// Listens.
        ///
        /// @throws IllegalArgumentException when two routes are the same
        /// @throws SettingsException when the address cannot be bound
        public HttpServer open() {
            return new HttpServer(this).open();
        }
    }
}
