package io.heddle.kit.client;

import io.heddle.kit.client.ClientSettings.ServiceSettings;
import io.heddle.kit.client.balance.BalanceSettings;
import io.heddle.kit.client.balance.Resolver;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.client.balance.Upstream;
import io.heddle.kit.client.guard.Guard;
import io.heddle.kit.client.transport.Transport;
import io.heddle.kit.client.transport.Transports;
import io.heddle.kit.json.Json;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Makes typed clients, all over the same connections, budgets and knowledge of instances. Safe for use by any thread.
public final class Clients implements Caller, AutoCloseable {
    private final ClientSettings settings;
    private final Resolver resolver;
    private final Traces traces;
    private final Metrics metrics;
    private final Transport transport;
    private final Attempts attempts;
    private final Json json = Json.tolerant();
    private final ConcurrentHashMap<String, Upstream> upstreams = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Guard> guards = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Endpoint, Plan> plans = new ConcurrentHashMap<>();

    private Clients(ClientSettings settings, Resolver resolver, Traces traces, Metrics metrics) {
        this.settings = settings;
        this.resolver = resolver;
        this.traces = traces;
        this.metrics = metrics;
        this.transport = open(settings);
        this.attempts = new Attempts(transport);
    }

    /// Opens the transport that the settings name.
    ///
    /// @param resolver finds the instances of services that have no address in the settings
    public static Clients open(ClientSettings settings, Resolver resolver, Traces traces, Metrics metrics) {
        return new Clients(settings, resolver, traces, metrics);
    }

    private static Transport open(ClientSettings settings) {
        return switch (settings.transport()) {
            case HTTP1 -> Transports.http1(settings.http1());
            case WEBCLIENT -> Transports.webClient(settings.http1());
        };
    }

    /// The client of a contract.
    ///
    /// @throws IllegalArgumentException when the processor has written none for it
    public <A> A of(Class<A> api) {
        return of(api, this);
    }

    /// The client of a contract over another caller, such as that of a test.
    public static <A> A of(Class<A> api, Caller caller) {
        String name = generated(api, "Client");
        try {
            Class<?> client = Class.forName(name, true, api.getClassLoader());
            var constructor = client.getDeclaredConstructor(Caller.class);
            constructor.setAccessible(true);
            return api.cast(constructor.newInstance(caller));
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    api.getName() + " has no generated client: is it an @HttpApi, and does the processor run?", e);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("the client of " + api.getName() + " cannot be made", e);
        }
    }

    /// The binary name of a class that the processor writes for a contract.
    public static String generated(Class<?> api, String suffix) {
        String packageName = api.getPackageName();
        String nested = api.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
        String simple = nested.replace('$', '_') + suffix;
        return packageName.isEmpty() ? simple : packageName + '.' + simple;
    }

    @Override
    public Call call(Endpoint endpoint) {
        Plan plan = plans.get(endpoint);
        return new OutgoingCall(this, plan != null ? plan : plans.computeIfAbsent(endpoint, this::plan));
    }

    /// A service as this process sees it, for those who relay instead of calling.
    public Upstream upstream(String service) {
        Upstream known = upstreams.get(service);
        return known != null ? known : upstreams.computeIfAbsent(service, this::open);
    }

    /// The retry budget and breakers of a service, for those who relay.
    public Guard guard(String service) {
        Guard known = guards.get(service);
        return known != null
                ? known
                : guards.computeIfAbsent(service, _ -> Guard.of(settings.guard(), System::nanoTime));
    }

    /// Whether nothing was ever known of a service: it has no instance and had none since this process started.
    public boolean unknown(String service) {
        return !upstreams.containsKey(service)
                && !settings.services().containsKey(service)
                && resolver.targets(service).all().isEmpty();
    }

    private Plan plan(Endpoint endpoint) {
        return Plan.of(endpoint, this, upstream(endpoint.service()), guard(endpoint.service()));
    }

    private Upstream open(String service) {
        ServiceSettings own = settings.service(service);
        BalanceSettings balance = own.policy().map(settings.balance()::with).orElse(settings.balance());
        Resolver found = own.url().map(url -> fixed(service, url)).orElse(resolver);
        return Upstream.of(service, found, balance, ThreadLocalRandom::current);
    }

    /// A service that is always at one address.
    private static Resolver fixed(String service, String url) {
        Targets only = new Targets(service, List.of(Target.at("the url of " + service, url)));
        return _ -> only;
    }

    Attempts attempts() {
        return attempts;
    }

    ClientSettings settings() {
        return settings;
    }

    Json json() {
        return json;
    }

    Traces traces() {
        return traces;
    }

    Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        transport.close();
    }
}
