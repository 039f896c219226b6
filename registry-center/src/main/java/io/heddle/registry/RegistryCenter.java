package io.heddle.registry;

/// Stub.
public final class RegistryCenter {
    private RegistryCenter() {}
}
