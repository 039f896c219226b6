package io.heddle.kit.client;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.kit.client.balance.BalanceSettings;
import io.heddle.kit.client.guard.GuardSettings;
import io.heddle.kit.http1.Http1Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a process calls others.
///
/// @param transport what carries the requests
/// @param timeout all tries of a call together, unless its contract or a method's setting says otherwise
/// @param perTry one try
/// @param attempts tries in all of a call that may be sent again
/// @param streamIdle how long a stream may be silent
/// @param maxAnswer the largest answer that is read whole, in bytes
/// @param balance how instances are picked
/// @param guard retry budget and breaker
/// @param http1 the connections
/// @param services settings of single services, by name
public record ClientSettings(
        @Default("HTTP1") TransportKind transport,
        @Default("5s") Duration timeout,
        @Default("2s") Duration perTry,
        @Default("3") @Bounds(min = 1, max = 10) int attempts,
        @Default("60s") Duration streamIdle,

        @Default("16777216") @Bounds(min = 1024, max = 1 << 30)
        int maxAnswer,

        BalanceSettings balance,
        GuardSettings guard,
        Http1Settings http1,
        Map<String, ServiceSettings> services) {
    /// What carries the requests.
    public enum TransportKind {
        /// Our own lean HTTP/1.1.
        HTTP1,
        /// Helidon's WebClient, for foreign hosts.
        WEBCLIENT
    }

    /// Settings of one service.
    ///
    /// @param url `http://host:port` of its only instance: the resolver is not asked
    /// @param timeout in place of the client's
    /// @param perTry in place of the client's
    /// @param attempts in place of the client's
    /// @param policy in place of the client's
    /// @param methods time limits of single methods, by the names of the contract and the method
    public record ServiceSettings(
            Optional<String> url,
            Optional<Duration> timeout,
            Optional<Duration> perTry,
            Optional<Integer> attempts,
            Optional<BalanceSettings.Policy> policy,
            Map<String, Map<String, MethodSettings>> methods) {
        /// Nothing but the client's own.
        public static final ServiceSettings NONE = new ServiceSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

        /// The settings of a method, by its name `Api.method`.
        Optional<MethodSettings> method(String name) {
            int dot = name.indexOf('.');
            return Optional.ofNullable(methods.get(name.substring(0, Math.max(0, dot))))
                    .map(ofApi -> ofApi.get(name.substring(dot + 1)));
        }

        /// Only an address.
        public static ServiceSettings at(String url) {
            return new ServiceSettings(
                    Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        }
    }

    /// Settings of one method, stronger than its annotations.
    ///
    /// @param timeout all tries together
    /// @param perTry one try
    /// @param attempts tries in all
    public record MethodSettings(Optional<Duration> timeout, Optional<Duration> perTry, Optional<Integer> attempts) {}

    /// Checks the time limits and copies the map in.
    public ClientSettings {
        if (transport == TransportKind.WEBCLIENT && !http1.tls().usual()) {
            throw new IllegalArgumentException("http1.tls must not be set with the transport WEBCLIENT");
        }
        services = Map.copyOf(services);
        if (!timeout.isPositive() || !perTry.isPositive() || !streamIdle.isPositive()) {
            throw new IllegalArgumentException("timeout, per_try and stream_idle must be longer than zero");
        }
    }

    /// The defaults.
    public static ClientSettings standard() {
        return new ClientSettings(
                TransportKind.HTTP1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                3,
                Duration.ofSeconds(60),
                16 << 20,
                BalanceSettings.standard(),
                GuardSettings.standard(),
                Http1Settings.standard(),
                Map.of());
    }

    /// The same over another transport.
    public ClientSettings over(TransportKind kind) {
        return with(kind, timeout, perTry, guard, services);
    }

    /// The same over connections with other limits or another trust.
    public ClientSettings over(Http1Settings connections) {
        return new ClientSettings(
                transport, timeout, perTry, attempts, streamIdle, maxAnswer, balance, guard, connections, services);
    }

    /// The same with one limit for a call and for each of its tries.
    public ClientSettings within(Duration limit) {
        return with(transport, limit, limit, guard, services);
    }

    /// The same with another retry budget and breaker.
    public ClientSettings guarded(GuardSettings limits) {
        return with(transport, timeout, perTry, limits, services);
    }

    /// The same with one service at a fixed address, `http://host:port`.
    public ClientSettings with(String service, String url) {
        return with(transport, timeout, perTry, guard, Map.of(service, ServiceSettings.at(url)));
    }

    private ClientSettings with(
            TransportKind kind, Duration all, Duration one, GuardSettings limits, Map<String, ServiceSettings> named) {
        return new ClientSettings(kind, all, one, attempts, streamIdle, maxAnswer, balance, limits, http1, named);
    }

    /// The settings of a service.
    ServiceSettings service(String name) {
        return services.getOrDefault(name, ServiceSettings.NONE);
    }
}
