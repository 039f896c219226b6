package io.heddle.registry;

import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import io.heddle.testkit.registry.RegistryContract;
import org.junit.jupiter.api.AfterEach;

/// The same contract as the registry in memory of the testkit.
final class ContractTest implements RegistryContract {
    private final RegistryCenter center = RegistryCenter.open(ServerSettings.onPort(0), CenterSettings.standard());
    private final Metrics metrics = Metrics.create();
    private final Clients clients = Clients.open(
            ClientSettings.standard().with("registry-center", "http://127.0.0.1:" + center.port()),
            Targets::none,
            Traces.off(),
            metrics);

    @AfterEach
    void close() {
        clients.close();
        center.close();
        metrics.close();
    }

    @Override
    public RegistryApi registry() {
        return clients.of(RegistryApi.class);
    }
}
