package io.heddle.testkit.service;

import io.heddle.contract.HttpApi;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.config.Sources;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A contract served over real HTTP in this process, on loopback and a free port, without a registry; and its client.
///
///     try (TestService<CalcApi> calc = TestService.serving(CalcApi.class, new Calculator())) {
///         assertEquals(THREE, calc.client().add(ONE, TWO));
///     }
public final class TestService<A> implements AutoCloseable {
    private static final Map<String, String> ALONE =
            Map.of("registry.urls", "", "server.port", "0", "server.drain_notice", "0s", "server.access_log", "false");

    private final RunningService running;
    private final Metrics metrics = Metrics.create();
    private final Clients clients;
    private final A client;

    private TestService(Class<A> api, String name, RunningService running) {
        this.running = running;
        Targets here = new Targets(name, List.of(Target.of("127.0.0.1", running.port())));
        this.clients = Clients.open(ClientSettings.standard(), _ -> here, Traces.off(), metrics);
        this.client = clients.of(api);
    }

    /// Serves a contract with all that a service has.
    ///
    /// @throws IllegalArgumentException when the processor has written nothing for the contract
    public static <A> TestService<A> serving(Class<A> api, A handler) {
        return serving(api, handler, Map.of());
    }

    /// The same with settings by key, such as `server.max_body`.
    public static <A> TestService<A> serving(Class<A> api, A handler, Map<String, String> settings) {
        HttpApi contract = api.getAnnotation(HttpApi.class);
        if (contract == null) {
            throw new IllegalArgumentException(api.getName() + " is no @HttpApi");
        }
        Map<String, String> all = new HashMap<>(ALONE);
        all.putAll(settings);
        Service service = Service.of(contract.value(), Map.of(), Sources.of(all));
        return new TestService<>(
                api, contract.value(), service.serve(api, handler).start());
    }

    /// A typed client of it.
    public A client() {
        return client;
    }

    /// Its address, `http://127.0.0.1:port`.
    public String url() {
        return running.url();
    }

    @Override
    public void close() {
        clients.close();
        running.close();
        metrics.close();
    }
}
