package io.heddle.kit.boot;

import io.heddle.kit.client.Clients;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.RpcTable;
import io.heddle.kit.rpc.call.RpcClient;
import io.heddle.kit.rpc.serve.RpcRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a service lets others call by name, and how it calls others so.
final class ByName {
    private final String service;
    private final RpcSettings settings;
    private final RpcClient client;
    private final List<RpcTable> tables = new ArrayList<>();

    ByName(String service, RpcSettings settings, Clients clients) {
        this.service = service;
        this.settings = settings;
        this.client = new RpcClient(clients, settings, service);
    }

    RpcClient client() {
        return client;
    }

    /// Adds the table of a contract, if it has one.
    void addContract(Class<?> api, Object handler) {
        Generated.table(api, handler).ifPresent(tables::add);
    }

    /// Adds the table of a type that must have one.
    void add(Class<?> type, Object... target) {
        tables.add(Generated.table(type, target)
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getName() + " has no table: is it marked @Rpc, and does the processor run?")));
    }

    /// The routes, empty when nothing may be called by name.
    Optional<RpcRoutes> routes(Metrics metrics) {
        return tables.isEmpty() ? Optional.empty() : Optional.of(RpcRoutes.of(service, settings, metrics, tables));
    }
}
