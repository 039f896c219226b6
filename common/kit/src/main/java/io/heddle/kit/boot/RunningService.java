package io.heddle.kit.boot;

/// A service that runs. Any thread may use it.
public interface RunningService extends AutoCloseable {
    /// The port it listens on.
    int port();

    /// The address that others reach it by, `http://host:port`.
    String url();

    /// Waits until it has stopped: by {@link #close()}, or because the process was told to end.
    void await();

    /// Leaves the registry, finishes what is in hand, and stops. Does nothing the second time.
    @Override
    void close();
}
