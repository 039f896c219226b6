package io.heddle.registry;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Prepared.Ready;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.Checks;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.watch.Watchers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers the contract from the rooms.
final class RegistryHandler implements RegistryApi {
    private final Catalog catalog;
    private final Leases leases;
    private final Watchers watchers;

    RegistryHandler(Catalog catalog, Leases leases, Watchers watchers) {
        this.catalog = catalog;
        this.leases = leases;
        this.watchers = watchers;
    }

    /// The answer to a POST is no entity of its own, so it has no entity tag.
    @Override
    public Prepared<Map<String, List<Instance>>> register(Registration registration, Optional<Long> since) {
        registration.metadata().ifPresent(said -> Checks.require(registration.service(), said));
        long token = leases.register(registration);
        Ready<Map<String, List<Instance>>> services =
                since.map(catalog::servicesSince).orElseGet(catalog::services);
        Map<String, String> headers =
                Map.of(LEASE_TOKEN, Long.toString(token), REVISION, Long.toString(catalog.revision()));
        return new Ready<>(services.json(), services.gzip(), "", headers);
    }

    @Override
    public Prepared<List<Instance>> service(String name) {
        return catalog.service(name);
    }

    @Override
    public Prepared<Map<String, List<Instance>>> services() {
        return catalog.services();
    }

    @Override
    public void renew(long token) {
        if (!leases.renew(token)) {
            throw new ServiceException(
                    Status.NOT_FOUND, "unknown_lease", "token is of no lease that lives: register again", List.of());
        }
    }

    @Override
    public List<Long> renewAll(List<Long> tokens) {
        return leases.renewAll(tokens);
    }

    @Override
    public void change(long token, LeaseChange change) {
        leases.change(token, change);
    }

    @Override
    public void drain(long token) {
        leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.empty()));
    }

    @Override
    public void deregister(long token) {
        leases.deregister(token);
    }

    @Override
    public Changes watch(List<String> services, long since, Duration wait) {
        return watchers.await(services, since, wait);
    }

    @Override
    public Events<Changes> events(List<String> services, long since, Optional<Long> lease, Optional<Long> lastEventId) {
        long from = lastEventId.orElse(since);
        if (lease.isEmpty()) {
            return watchers.stream(services, from);
        }
        long token = lease.get();
        leases.require(token);
        return watchers.stream(services, from, token, () -> leases.suspect(token));
    }
}
