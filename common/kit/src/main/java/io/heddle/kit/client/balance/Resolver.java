package io.heddle.kit.client.balance;

/// Where the instances of a service come from: the registry, a static list, or a test.
@FunctionalInterface
public interface Resolver {
    /// The instances that may be called now, empty when the service is unknown. Never blocks, does no I/O, and
    /// gives the very same object until something changes. Any thread may call.
    Targets targets(String service);
}
