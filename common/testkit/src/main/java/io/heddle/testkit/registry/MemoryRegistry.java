package io.heddle.testkit.registry;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Prepared.Ready;
import io.heddle.kit.json.Json;
import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A registry in memory. Any thread may use it. Served over HTTP by the routes of its contract, like the real one.
public final class MemoryRegistry implements RegistryApi {
    private final Ledger ledger;
    private final Json json = Json.strict();

    /// Makes an empty one.
    ///
    /// @param clock the time that leases end by
    public MemoryRegistry(InstantSource clock) {
        this.ledger = new Ledger(clock);
    }

    @Override
    public Prepared<Map<String, List<Instance>>> register(Registration registration, Optional<Long> since) {
        check(registration);
        Entry entry = ledger.register(registration);
        Map<String, List<Instance>> shown = since.map(
                        from -> ledger.since(List.of(Ledger.ALL), from).services())
                .orElseGet(ledger::services);
        Map<String, String> headers =
                Map.of(LEASE_TOKEN, Long.toString(entry.token()), REVISION, Long.toString(ledger.revision()));
        return new Ready<>(envelope(shown), new byte[0], "", headers);
    }

    /// The instances of a service, for who stands in the same process.
    public List<Instance> instances(String name) {
        return ledger.services().getOrDefault(name, List.of());
    }

    private static void check(Registration said) {
        if (!ServiceName.valid(said.name())) {
            throw ServiceException.invalid("name", "must be the name of a service");
        }
        if (!isAddress(said.service())) {
            throw ServiceException.invalid("service", "must be a URL such as http://127.0.0.1:9527");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && uri.getPort() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Prepared<List<Instance>> service(String name) {
        List<Instance> found = instances(name);
        if (found.isEmpty()) {
            throw ServiceException.notFound("there is no instance of " + name);
        }
        return ready(found);
    }

    @Override
    public Prepared<Map<String, List<Instance>>> services() {
        return ready(ledger.services());
    }

    private <T> Ready<T> ready(T data) {
        return new Ready<>(envelope(data), new byte[0], Long.toString(ledger.revision(), 36));
    }

    private byte[] envelope(Object data) {
        return json.write(new Success(0, data));
    }

    private record Success(int code, Object data) {}

    @Override
    public void renew(long token) {
        if (!ledger.renew(token)) {
            throw unknown();
        }
    }

    @Override
    public List<Long> renewAll(List<Long> tokens) {
        return tokens.stream().filter(token -> !ledger.renew(token)).toList();
    }

    @Override
    public void change(long token, LeaseChange change) {
        if (!ledger.change(token, said -> changed(said, change))) {
            throw unknown();
        }
    }

    private static Registration changed(Registration said, LeaseChange change) {
        Registration weighed = change.weight().map(said::weight).orElse(said);
        return change.status().map(weighed::status).orElse(weighed);
    }

    @Override
    public void drain(long token) {
        change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.empty()));
    }

    @Override
    public void deregister(long token) {
        if (!ledger.end(token)) {
            throw unknown();
        }
    }

    private static ServiceException unknown() {
        return new ServiceException(
                Status.NOT_FOUND, "unknown_lease", "token is of no lease that lives: register again", List.of());
    }

    @Override
    public Changes watch(List<String> services, long since, Duration wait) {
        return ledger.await(names(services), since, wait);
    }

    @Override
    public Events<Changes> events(List<String> services, long since, Optional<Long> lease, Optional<Long> lastEventId) {
        return new Stream(ledger, names(services), lastEventId.orElse(since));
    }

    private static List<String> names(List<String> services) {
        List<String> names = services.stream()
                .flatMap(some -> List.of(some.split(",")).stream())
                .toList();
        if (!names.stream().allMatch(name -> name.equals(Ledger.ALL) || ServiceName.valid(name))) {
            throw ServiceException.invalid("services", "must be names of services");
        }
        return names;
    }
}
