package io.heddle.kit.registry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an instance says of itself when it registers. Only the first two are needed.
///
/// @param name the name of the service
/// @param service the address, a URL such as `http://127.0.0.1:9527`
/// @param registerTime taken for compatibility and not used
/// @param keepaliveTime taken for compatibility and not used
/// @param host when given, the host of the address
/// @param port when given, the port of the address
/// @param status UP, DRAINING or DOWN; when absent a new instance is UP and a known one stays as it is
/// @param weight 0 to 1000; when absent a new instance has 100 and a known one keeps its own
/// @param zone where it runs
/// @param version of the service
/// @param ttl how long it lives without a beat, seconds
/// @param metadata free names and values
/// @param methods what it offers
public record Registration(
        String name,
        String service,
        Optional<Double> registerTime,
        Optional<Double> keepaliveTime,
        Optional<String> host,
        Optional<Integer> port,
        Optional<InstanceStatus> status,
        Optional<Integer> weight,
        Optional<String> zone,
        Optional<String> version,
        Optional<BigDecimal> ttl,
        Optional<Map<String, String>> metadata,
        Optional<List<String>> methods) {
    /// An instance that leaves all else to the registry.
    public static Registration of(String name, String service) {
        return new Registration(
                name,
                service,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same with a time to live.
    public Registration ttl(Duration time) {
        return with(status, weight, zone, Optional.of(BigDecimal.valueOf(time.toMillis(), 3)), metadata, methods);
    }

    /// The same with a status.
    public Registration status(InstanceStatus state) {
        return with(Optional.of(state), weight, zone, ttl, metadata, methods);
    }

    /// The same with a weight.
    public Registration weight(int share) {
        return with(status, Optional.of(share), zone, ttl, metadata, methods);
    }

    /// The same with a zone; empty for none.
    public Registration zone(String place) {
        return with(status, weight, Optional.of(place), ttl, metadata, methods);
    }

    /// The same with metadata.
    public Registration metadata(Map<String, String> values) {
        return with(status, weight, zone, ttl, Optional.of(Map.copyOf(values)), methods);
    }

    /// The same with the methods it offers.
    public Registration methods(List<String> names) {
        return with(status, weight, zone, ttl, metadata, Optional.of(List.copyOf(names)));
    }

    private Registration with(
            Optional<InstanceStatus> newStatus,
            Optional<Integer> newWeight,
            Optional<String> newZone,
            Optional<BigDecimal> newTtl,
            Optional<Map<String, String>> newMetadata,
            Optional<List<String>> newMethods) {
        return new Registration(
                name,
                service,
                registerTime,
                keepaliveTime,
                host,
                port,
                newStatus,
                newWeight,
                newZone,
                version,
                newTtl,
                newMetadata,
                newMethods);
    }
}
