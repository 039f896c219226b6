package io.heddle.registry.consul;

/// Placeholder.
public final class ConsulFacade {}
