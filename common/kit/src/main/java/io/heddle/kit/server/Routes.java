package io.heddle.kit.server;

/// A set of routes that belong together; what the processor writes for a contract implements it.
@FunctionalInterface
public interface Routes {
    /// Adds them, once, before the server opens.
    void addTo(Router router);
}
