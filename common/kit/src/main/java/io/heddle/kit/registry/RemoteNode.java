package io.heddle.kit.registry;

import io.heddle.kit.client.Caller;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node over connections of its own, opened when it is first asked.
final class RemoteNode implements Nodes.Node {
    private final RegistrySettings settings;
    private final Target target;
    private final Metrics metrics;
    private @Nullable Clients clients;
    private @Nullable RegistryApi api;

    RemoteNode(RegistrySettings settings, String url, Metrics metrics) {
        this.settings = settings;
        this.target = Target.at("registry.urls", url);
        this.metrics = metrics;
    }

    @Override
    public synchronized RegistryApi api() {
        RegistryApi known = api;
        if (known != null) {
            return known;
        }
        Targets only = new Targets("registry-center", List.of(target));
        Clients opened = Clients.open(
                ClientSettings.standard().within(settings.timeout()), service -> only, Traces.off(), metrics);
        Caller caller = settings.token().map(opened::bearing).orElse(opened);
        RegistryApi made = Clients.of(RegistryApi.class, caller);
        clients = opened;
        api = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (clients != null) {
            clients.close();
        }
    }
}
