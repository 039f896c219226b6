package io.heddle.kit.registry;

import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Patch;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Header;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.call.Timeout;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Prepared;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registry centre: leases in a map, dropped when they end.
///
/// A lease token is the right to change a lease; it is told to nobody but the instance that registered.
@HttpApi("registry-center")
public interface RegistryApi {
    /// The header of the answer to a registration that carries the lease token, a whole number of 64 bits.
    String LEASE_TOKEN = "X-Lease-Token";

    /// The header that carries the revision of an answer.
    String REVISION = "X-Registry-Revision";

    /// Registers an instance or renews its lease, and gives the services that changed since a revision, all of them
    /// when none is named or it is too old.
    @Post(value = "/register", anyContentType = true)
    @Idempotent
    Prepared<Map<String, List<Instance>>> register(@Body Registration registration, Optional<Long> since);

    /// The instances of a service; 404 when it has none.
    @Get("/service/{name}")
    Prepared<List<Instance>> service(String name);

    /// All services with their instances.
    @Get("/services")
    Prepared<Map<String, List<Instance>>> services();

    /// Renews a lease; 404 when it is unknown, and the instance should register again at once.
    @Put("/leases/{token}")
    void renew(long token);

    /// Renews many leases and gives the tokens that are unknown.
    @Post("/leases")
    @Idempotent
    List<Long> renewAll(@Body List<Long> tokens);

    /// Changes the status or the weight of an instance.
    @Patch("/leases/{token}")
    @Idempotent
    void change(long token, @Body LeaseChange change);

    /// Takes an instance out of everyone's choice while it finishes its work.
    @Put("/leases/{token}/drain")
    void drain(long token);

    /// Ends a lease: the instance is gone at once.
    @Delete("/leases/{token}")
    void deregister(long token);

    /// Waits until something happened to one of the services since a revision; 0 gives the present state at once.
    ///
    /// @param services names, each also several with commas between; `*` for all
    @Get("/watch")
    @Timeout(value = "6m", perTry = "6m")
    Changes watch(List<String> services, @Default("0") long since, @Default("30s") Duration wait);

    /// The same as a stream: what happened since a revision, then what happens. An event without changes comes now
    /// and then as a sign of life. When it names a lease and ends, the instance of that lease is suspected and
    /// probed.
    @Get("/events")
    Events<Changes> events(
            List<String> services,
            @Default("0") long since,
            Optional<Long> lease,
            @Header("Last-Event-ID") Optional<Long> lastEventId);

    /// What the holder of a lease changes; what is absent stays.
    ///
    /// @param status UP, DRAINING or DOWN
    /// @param weight 0 to 1000
    record LeaseChange(Optional<InstanceStatus> status, Optional<Integer> weight) {}
}
