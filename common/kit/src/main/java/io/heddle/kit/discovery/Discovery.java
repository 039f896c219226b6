package io.heddle.kit.discovery;

import io.heddle.kit.client.balance.Resolver;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds services as the settings say. Any thread may call.
public final class Discovery implements Resolver, AutoCloseable {
    private final Map<String, Targets> listed;
    private final Resolver others;
    private final Runnable end;

    private Discovery(Map<String, Targets> listed, Resolver others, Runnable end) {
        this.listed = Map.copyOf(listed);
        this.others = others;
        this.end = end;
    }

    /// Begins to find.
    ///
    /// @param registry knows what the registry says
    /// @throws IllegalArgumentException when an address of the settings is none
    public static Discovery open(DiscoverySettings settings, Resolver registry) {
        Map<String, Targets> listed = new HashMap<>();
        settings.services().forEach((service, urls) -> listed.put(service, targets(service, urls)));
        return switch (settings.mode()) {
            case REGISTRY -> new Discovery(listed, registry, () -> {});
            case STATIC -> new Discovery(listed, Targets::none, () -> {});
            case DNS -> {
                NamedServices names = new NamedServices(settings.dns(), new Dns(settings.dns()));
                yield new Discovery(listed, names, names::close);
            }
        };
    }

    private static Targets targets(String service, List<String> urls) {
        return new Targets(
                service,
                urls.stream()
                        .map(url -> Target.at("discovery.services." + service, url))
                        .toList());
    }

    @Override
    public Targets targets(String service) {
        Targets known = listed.get(service);
        return known != null ? known : others.targets(service);
    }

    @Override
    public void close() {
        end.run();
    }
}
