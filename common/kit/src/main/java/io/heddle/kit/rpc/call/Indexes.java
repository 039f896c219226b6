package io.heddle.kit.rpc.call;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.client.Endpoint;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.rpc.RpcIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What other services say of their methods, kept for a while. What one does not list is sent once and never again, and
/// so is all while it cannot be asked: only the called service knows what may be done twice.
final class Indexes {
    static final Duration KEPT = Duration.ofMinutes(1);
    static final Duration KEPT_MISSING = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);
    private static final JsonType<RpcIndex> INDEX = new JsonType<>() {};
    private static final String LINE = "POST /json";

    private final Wire wire;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Known> services = new ConcurrentHashMap<>();

    /// What is known of a service.
    ///
    /// @param endpoints its methods
    /// @param unlisted what stands for any other
    /// @param asked when it was asked
    private record Known(Map<String, Endpoint> endpoints, Endpoint unlisted, Instant asked) {}

    Indexes(Wire wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /// What is known of a method.
    Endpoint endpoint(Target target) {
        Known known = services.get(target.service());
        if (known == null || isOld(known, target.method())) {
            known = ask(target.service(), known == null ? Map.of() : known.endpoints());
            services.put(target.service(), known);
        }
        Endpoint listed = known.endpoints().get(target.method());
        return listed == null ? known.unlisted() : listed;
    }

    private boolean isOld(Known known, String method) {
        Duration age = Duration.between(known.asked(), clock.instant());
        return age.compareTo(known.endpoints().containsKey(method) ? KEPT : KEPT_MISSING) > 0;
    }

    private Known ask(String service, Map<String, Endpoint> before) {
        Endpoint unlisted = Endpoint.of(service, "rpc.unlisted", LINE, false);
        try {
            RpcIndex index = wire.get(Endpoint.of(service, "rpc.index", "GET " + RpcIndex.PATH, true))
                    .value(INDEX);
            Map<String, Endpoint> endpoints = index.methods().stream()
                    .map(entry -> Endpoint.of(service, entry.name(), LINE, entry.idempotent()))
                    .collect(Collectors.toUnmodifiableMap(Endpoint::name, endpoint -> endpoint));
            return new Known(endpoints, unlisted, clock.instant());
        } catch (ServiceException e) {
            LOG.atDebug().addKeyValue("service", service).setCause(e).log("the index of a service cannot be read");
            return new Known(before, unlisted, clock.instant());
        }
    }
}
