package io.heddle.kit.boot;

import io.heddle.contract.ServiceName;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Resolver;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.config.Live;
import io.heddle.kit.config.Settings;
import io.heddle.kit.config.Sources;
import io.heddle.kit.configcenter.ConfigFeed;
import io.heddle.kit.discovery.Discovery;
import io.heddle.kit.discovery.DiscoverySettings;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.log.Logs;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.openapi.OpenApi;
import io.heddle.kit.registry.Registry;
import io.heddle.kit.registry.RegistrySettings;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.call.RpcClient;
import io.heddle.kit.rpc.serve.RpcRoutes;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.Routes;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.TraceSettings;
import io.heddle.kit.trace.Traces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A service being put together: first what it is and serves, then `start`. Used by one thread.
///
///     Service.named("calc").serve(CalcApi.class, new Calculator()).start().await();
public final class Service {
    private static final String VERSION = Optional.ofNullable(
                    Service.class.getPackage().getImplementationVersion())
            .orElse("0");

    private final String name;
    private final Settings settings;
    private final ServiceSettings own;
    private final Optional<Central> central;
    private final Logs logs;
    private final Metrics metrics;
    private final Traces traces;
    private final Optional<Registry> registry;
    private final Discovery discovery;
    private final Clients clients;
    private final ByName named;
    private final List<Class<?>> contracts = new ArrayList<>();
    private final List<Routes> routes = new ArrayList<>();
    private final List<AutoCloseable> rooms = new ArrayList<>();
    private final List<AutoCloseable> first = new ArrayList<>();
    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
    private final Map<String, Supplier<?>> states = new LinkedHashMap<>();

    private Service(String name, Settings settings) {
        this.name = name;
        this.settings = settings;
        this.own = settings.get("service", ServiceSettings.class);
        LogSettings local = settings.get("log", LogSettings.class);
        Logs first = Logs.open(local, name);
        this.metrics = Metrics.create().withProcess();
        this.central = Central.open(name, settings, data(), metrics);
        this.logs = LiveLogs.follow(first, local, settings.live("log", LogSettings.class), name);
        this.traces = Traces.open(settings.get("trace", TraceSettings.class), name, metrics);
        this.registry = registry();
        this.discovery = Discovery.open(settings.get("discovery", DiscoverySettings.class), resolver());
        this.clients = Clients.open(settings.get("client", ClientSettings.class), discovery, traces, metrics);
        this.named = new ByName(name, settings.get("rpc", RpcSettings.class), clients);
    }

    /// A service with no settings but those that all have.
    ///
    /// @param name its name in the registry, see {@link ServiceName}
    /// @throws io.heddle.kit.config.SettingsException when the settings of this process cannot be used
    public static Service named(String name) {
        return named(name, Map.of());
    }

    /// A service with settings of its own.
    ///
    /// @param sections the record of each section beside those that all services have: `service`, `server`,
    ///     `client`, `registry`, `discovery`, `trace`, `log`, `rpc` and `config_center`
    public static Service named(String name, Map<String, Class<? extends Record>> sections) {
        return of(name, sections, Sources.ofProcess());
    }

    /// A service whose settings come from elsewhere, as in a test.
    public static Service of(String name, Map<String, Class<? extends Record>> sections, Sources sources) {
        return new Service(new ServiceName(name).value(), Sections.load(sources, sections));
    }

    private Optional<Registry> registry() {
        RegistrySettings wanted = settings.get("registry", RegistrySettings.class);
        if (wanted.urls().isEmpty()) {
            return Optional.empty();
        }
        boolean kept = wanted.folder().isEmpty() && own.data().isPresent();
        RegistrySettings full = kept ? wanted.folder(Path.of(own.data().orElseThrow())) : wanted;
        return Optional.of(
                Registry.open(full, settings.get("client", ClientSettings.class).http1(), metrics));
    }

    private Resolver resolver() {
        return registry.<Resolver>map(found -> found).orElse(Targets::none);
    }

    /// A section of the settings, as it is now.
    public <R extends Record> R settings(String section, Class<R> type) {
        return settings.get(section, type);
    }

    /// A section of the settings that follows the config centre: the config of that name fills it.
    public <R extends Record> Live<R> live(String section, Class<R> type) {
        return settings.live(section, type);
    }

    /// The configs of this service as the centre publishes them, whether they fill a section or not; none when this
    /// process has local settings only.
    public Optional<ConfigFeed> configs() {
        return central.map(Central::feed);
    }

    /// The folder for what this service keeps, if it has one.
    public Optional<Path> data() {
        return own.data().map(Path::of);
    }

    /// A client of another service. All clients share connections, budgets and what is known of instances.
    public <A> A client(Class<A> api) {
        return clients.of(api);
    }

    /// The ground that clients stand on, for a gateway.
    public Clients clients() {
        return clients;
    }

    /// Where the registry says that services are; none when this process takes no part in discovery.
    public Optional<Registry> discovery() {
        return registry;
    }

    /// The spans of this service.
    public Traces traces() {
        return traces;
    }

    /// The meters of this service.
    public Metrics metrics() {
        return metrics;
    }

    /// Serves a contract.
    public <A> Service serve(Class<A> api, A handler) {
        contracts.add(api);
        routes.add(Generated.routes(api, handler));
        named.addContract(api, handler);
        return this;
    }

    /// Lets the methods of a type that are marked `@Rpc` be called by name on an object of it.
    public <T> Service rpc(Class<T> type, T target) {
        named.add(type, target);
        return this;
    }

    /// Lets the static methods of a type that are marked `@Rpc` be called by name.
    public Service rpc(Class<?> type) {
        named.add(type);
        return this;
    }

    /// Calls other services by name.
    public RpcClient rpc() {
        return named.client();
    }

    /// Documents a contract whose routes are added by hand.
    public Service document(Class<?> api) {
        contracts.add(api);
        return this;
    }

    /// Serves routes written by hand.
    public Service routes(Routes more) {
        routes.add(more);
        return this;
    }

    /// Adds a condition of being ready; any thread asks it, and it must not block for long.
    public Service check(String what, BooleanSupplier ready) {
        checks.put(what, ready);
        return this;
    }

    /// Shows a state in what `/observe/health` answers; any thread asks it, and it must not block.
    public Service state(String what, Supplier<?> state) {
        states.put(what, state);
        return this;
    }

    /// Closes a room after the last request, the last named first.
    public Service closing(AutoCloseable room) {
        rooms.add(room);
        return this;
    }

    /// Closes a room before the server ends its streams and answers its last request.
    public Service closingFirst(AutoCloseable room) {
        first.add(room);
        return this;
    }

    /// Listens, registers, and says that it is ready.
    ///
    /// @throws io.heddle.kit.config.SettingsException when its address cannot be bound
    public RunningService start() {
        ServerSettings serving = settings.get("server", ServerSettings.class);
        HttpServer.Builder server = HttpServer.builder(serving).traces(traces).metrics(metrics);
        routes.forEach(server::routes);
        Optional<RpcRoutes> byName = named.routes(metrics);
        byName.ifPresent(server::routes);
        server.routes(OpenApi.of(name, VERSION, contracts));
        checks.forEach(server::check);
        states.forEach(server::state);
        central.ifPresent(found -> server.state("config", found::state));
        LifeCycle life = new LifeCycle(name, own, serving, Generated.methods(routes, byName));
        return life.start(server.open(), registry, new LifeCycle.Rooms(List.copyOf(first), closeOrder()));
    }

    private List<AutoCloseable> closeOrder() {
        List<AutoCloseable> order = new ArrayList<>(rooms.reversed());
        order.add(clients);
        order.add(discovery);
        central.ifPresent(order::add);
        order.add(traces);
        order.add(metrics);
        order.add(logs);
        return order;
    }
}
