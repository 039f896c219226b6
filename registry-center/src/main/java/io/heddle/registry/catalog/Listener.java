package io.heddle.registry.catalog;

/// Is told of every change, in order, on the thread that made it. It must be quick and never block.
@FunctionalInterface
public interface Listener {
    /// Something about the service changed.
    ///
    /// @param revision of that change
    void changed(String name, long revision);
}
