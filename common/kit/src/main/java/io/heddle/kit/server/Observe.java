package io.heddle.kit.server;

import io.heddle.kit.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What operators and machines ask: is it alive, is it ready, how is it doing.
final class Observe implements Routes {
    private static final String HEALTH = "/observe/health";
    private static final String READY = "/observe/ready";

    private final Shared shared;
    private final Map<String, BooleanSupplier> checks;
    private final Map<String, Supplier<?>> states;

    Observe(Shared shared, Map<String, BooleanSupplier> checks, Map<String, Supplier<?>> states) {
        this.shared = shared;
        this.checks = Map.copyOf(checks);
        this.states = Map.copyOf(states);
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", HEALTH, "observe.health", this::health);
        router.add("GET", READY, "observe.ready", this::ready);
        router.add("GET", "/observe/metrics", "observe.metrics", this::metrics);
    }

    /// Whether it is a path of those who decide if this process is to live: often they come from the very address that
    /// the callers seem to come from, and must be heard however busy these are.
    static boolean ofProbes(String path) {
        return path.equals(HEALTH) || path.equals(READY);
    }

    boolean ready() {
        return !shared.draining().get() && checked().values().stream().allMatch(up -> up);
    }

    private void health(Exchange exchange) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "UP");
        states.forEach((name, state) -> body.put(name, state.get()));
        answer(exchange, 200, body);
    }

    private void ready(Exchange exchange) {
        Map<String, Boolean> states = checked();
        boolean draining = shared.draining().get();
        boolean up = !draining && states.values().stream().allMatch(state -> state);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? "UP" : draining ? "DRAINING" : "DOWN");
        body.put("checks", states);
        answer(exchange, up ? 200 : 503, body);
    }

    private void metrics(Exchange exchange) {
        exchange.raw(200, Metrics.CONTENT_TYPE, shared.metrics().scrape().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Boolean> checked() {
        Map<String, Boolean> states = new LinkedHashMap<>();
        checks.forEach((name, check) -> states.put(name, check.getAsBoolean()));
        return states;
    }

    private void answer(Exchange exchange, int status, Map<String, ?> body) {
        exchange.header("Cache-Control", "no-store");
        exchange.raw(status, "application/json", shared.json().write(body));
    }
}
