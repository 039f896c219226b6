package io.heddle.kit.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A registered instance as the registry shows it. Its identity is (name, service).
///
/// @param name the name of the service
/// @param service the address of the instance, a URL such as `http://127.0.0.1:9527`
/// @param registerTime when it registered, epoch seconds
/// @param keepaliveTime its last beat when this view was made, epoch seconds
/// @param host the host of the address
/// @param port the port of the address
/// @param status whether it should be called
/// @param held whether it is kept past its lease by the protection of its service
/// @param weight its share of traffic, 0 to 1000, usually 100
/// @param zone where it runs, empty when unknown
/// @param version of the service, empty when unknown
/// @param ttl how long it lives without a beat, seconds
/// @param metadata free names and values
/// @param methods what it offers, empty when it does not say
public record Instance(
        String name,
        String service,
        BigDecimal registerTime,
        BigDecimal keepaliveTime,
        String host,
        int port,
        InstanceStatus status,
        boolean held,
        int weight,
        String zone,
        String version,
        BigDecimal ttl,
        Map<String, String> metadata,
        List<String> methods) {
    /// Copies the collections in.
    public Instance {
        metadata = Map.copyOf(metadata);
        methods = List.copyOf(methods);
    }
}
