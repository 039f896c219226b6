package io.heddle.kit.rpc;

/// Methods that may be called by name; what the processor writes for a type with `@Rpc` implements it.
@FunctionalInterface
public interface RpcTable {
    /// Adds them, once, before the server opens.
    void addTo(RpcMethods methods);
}
