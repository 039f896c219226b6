package io.heddle.registry.zookeeper;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.registry.Registration;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import io.heddle.registry.lease.Leases;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What others published in ZooKeeper, in the registry. Used by one thread.
final class Found {
    private static final Logger LOG = LoggerFactory.getLogger(Found.class);

    private final Catalog catalog;
    private final Leases leases;
    /// What the registry did not take, so that it is said once.
    private final Map<String, String> refused = new HashMap<>();

    Found(Catalog catalog, Leases leases) {
        this.catalog = catalog;
        this.leases = leases;
    }

    /// Registers who is new and takes out who is gone. The catalog says who came from there, also through another
    /// node and before a restart.
    void follow(Map<Provider, Set<String>> providers) {
        Map<String, Provider> wanted = new HashMap<>();
        providers.forEach((provider, methods) -> {
            wanted.put(id(provider), provider);
            register(provider, List.copyOf(methods));
        });
        catalog.entries()
                .filter(entry -> entry.origin().of(Bridge.FACADE))
                .filter(entry -> !wanted.containsKey(entry.origin().id()))
                .toList()
                .forEach(this::remove);
        refused.keySet().retainAll(wanted.keySet());
    }

    private static String id(Provider provider) {
        return name(provider) + ' ' + provider.host() + ':' + provider.port();
    }

    private static String name(Provider provider) {
        return provider.service().toLowerCase(Locale.ROOT);
    }

    private void register(Provider provider, List<String> methods) {
        Optional<Entry> known = catalog.find(name(provider), provider.url());
        boolean ours = known.filter(entry -> !entry.origin().of(Bridge.FACADE)).isPresent();
        boolean same =
                known.filter(entry -> entry.details().methods().equals(methods)).isPresent();
        if (ours || same) {
            return;
        }
        try {
            leases.register(
                    Registration.of(name(provider), provider.url()).methods(methods),
                    new Origin(Bridge.FACADE, id(provider), ""),
                    Duration.ZERO);
        } catch (ServiceException e) {
            if (!e.sentence().equals(refused.put(id(provider), e.sentence()))) {
                LOG.atWarn()
                        .addKeyValue("service", provider.service())
                        .addKeyValue("reason", e.sentence())
                        .log("a provider in ZooKeeper cannot be registered");
            }
        }
    }

    private void remove(Entry entry) {
        try {
            leases.deregister(leases.token(entry));
        } catch (ServiceException e) {
            LOG.atDebug().addKeyValue("reason", e.sentence()).log("a provider in ZooKeeper has gone already");
        }
    }
}
