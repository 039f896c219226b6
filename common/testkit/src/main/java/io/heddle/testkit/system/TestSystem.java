package io.heddle.testkit.system;

import io.heddle.contract.HttpApi;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.config.Sources;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.kit.trace.Traces;
import io.heddle.testkit.config.MemoryConfigCenter;
import io.heddle.testkit.fault.FaultyRelay;
import io.heddle.testkit.registry.MemoryRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Services in this process that find each other through a registry in memory and talk real HTTP on free ports of
/// loopback. Used by one thread; closing it ends all.
///
///     system.stub(CalcApi.class, new CalcApiStub().onAdd(BigDecimal::add));
///     system.start("shop", Map.of(), service -> service.serve(ShopApi.class, new
/// Shop(service.client(CalcApi.class))));
///     assertEquals(5, system.client(ShopApi.class).total());
public final class TestSystem implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final MemoryRegistry registry;
    private final RunningService center;
    private final Metrics metrics = Metrics.create();
    private final Clients clients;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private @Nullable MemoryConfigCenter configs;

    private TestSystem(MemoryRegistry registry, RunningService center) {
        this.registry = registry;
        this.center = center;
        this.clients = Clients.open(ClientSettings.standard(), this::targets, Traces.off(), metrics);
    }

    /// Begins with a registry and nobody in it.
    public static TestSystem start() {
        MemoryRegistry registry = new MemoryRegistry(InstantSource.system());
        Map<String, String> settings = alone();
        return new TestSystem(
                registry,
                Service.of("registry-center", Map.of(), Sources.of(settings))
                        .serve(RegistryApi.class, registry)
                        .start());
    }

    private static Map<String, String> alone() {
        return new HashMap<>(Map.of(
                "registry.urls", "",
                "server.port", "0",
                "server.drain_notice", "0s",
                "server.access_log", "false"));
    }

    private Targets targets(String service) {
        List<Target> all =
                registry.instances(service).stream().map(TestSystem::target).toList();
        return new Targets(service, all);
    }

    private static Target target(Instance instance) {
        return Target.of(instance.host(), instance.port());
    }

    /// The registry that they all use.
    public MemoryRegistry registry() {
        return registry;
    }

    /// The address of that registry.
    public String registryUrl() {
        return center.url();
    }

    /// The config centre that services follow which start after this was first asked for.
    public MemoryConfigCenter configs() {
        MemoryConfigCenter known = configs;
        if (known == null) {
            known = MemoryConfigCenter.start();
            endings.addLast(known::close);
            configs = known;
        }
        return known;
    }

    /// Starts a service that registers itself.
    ///
    /// @param settings settings by key, such as `server.max_body`
    /// @param wiring what it serves
    public RunningService start(String name, Map<String, String> settings, UnaryOperator<Service> wiring) {
        return with(wiring.apply(Service.of(name, Map.of(), sources(settings))).start());
    }

    /// Takes in a service that was started with {@link #sources}; it is closed with the system.
    public RunningService with(RunningService running) {
        endings.push(running::close);
        return running;
    }

    /// The settings of a service of this system, and some of its own.
    public Sources sources(Map<String, String> settings) {
        Map<String, String> all = alone();
        all.put("registry.urls", center.url());
        all.put("registry.beat", "300ms");
        MemoryConfigCenter known = configs;
        if (known != null) {
            all.put("config_center.urls", known.url());
        }
        all.putAll(settings);
        return Sources.of(all);
    }

    /// Plays a service by its contract.
    ///
    /// @return the way to it, without faults at first
    public <A> FaultyRelay stub(Class<A> api, A stub) {
        HttpApi contract = api.getAnnotation(HttpApi.class);
        if (contract == null) {
            throw new IllegalArgumentException(api.getName() + " is no @HttpApi");
        }
        return behindRelay(contract.value(), service -> service.serve(api, stub));
    }

    /// Plays a service by method, path and query.
    public HttpStub stub(String name) {
        FaultyRelay[] relay = new FaultyRelay[1];
        ScriptedStub stub = new ScriptedStub(() -> relay[0]);
        relay[0] = behindRelay(name, service -> service.routes(stub));
        return stub;
    }

    private FaultyRelay behindRelay(String name, UnaryOperator<Service> wiring) {
        RunningService running =
                wiring.apply(Service.of(name, Map.of(), Sources.of(alone()))).start();
        endings.push(running::close);
        FaultyRelay relay = FaultyRelay.to(running.port());
        endings.push(relay::close);
        registry.register(
                Registration.of(name, "http://127.0.0.1:" + relay.port()).ttl(FOR_EVER), Optional.empty());
        return relay;
    }

    /// A typed client of whoever has registered under the contract's name.
    public <A> A client(Class<A> api) {
        return clients.of(api);
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
        clients.close();
        center.close();
        metrics.close();
    }
}
