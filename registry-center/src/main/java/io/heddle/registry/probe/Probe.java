package io.heddle.registry.probe;

/// Looks whether something still listens at an address.
@FunctionalInterface
public interface Probe {
    /// What was seen.
    enum Sight {
        /// It accepted a connection.
        REACHABLE,
        /// Its host is there and nothing listens: the instance is dead.
        REFUSED,
        /// Nothing can be said.
        SILENT,
        /// Its address is none that may be connected to, so nobody looked.
        UNTRIED
    }

    /// Looks once, and takes its time within a limit.
    Sight look(String host, int port);
}
