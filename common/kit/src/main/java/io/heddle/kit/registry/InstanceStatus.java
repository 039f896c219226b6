package io.heddle.kit.registry;

/// Whether an instance should be called.
public enum InstanceStatus {
    /// It beats in time.
    UP,
    /// It is alive and finishes what it has; nothing new should be sent.
    DRAINING,
    /// It was lost sight of. Call it only when nothing else is left.
    SUSPECT,
    /// It says itself that it cannot serve.
    DOWN
}
