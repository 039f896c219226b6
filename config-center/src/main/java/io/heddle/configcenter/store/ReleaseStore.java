package io.heddle.configcenter.store;

import java.util.function.Function;

/// Keeps everything that the centre must not lose. Any thread may call.
public interface ReleaseStore extends AutoCloseable {
    /// Reads.
    <T> T read(Function<Reading, T> work);

    /// Changes: all of it or nothing, one after the other. What is done is on disk when this returns. The work may
    /// be run again when another was in its way, so it must have no other effect.
    <T> T write(Function<Writing, T> work);

    /// The revision of the last change at any node; that which can be read is not above it.
    default long latest() {
        return read(Reading::revision);
    }

    /// Tells one listener that there is something new to read, where the store learns by itself of what other nodes
    /// changed. It is to be told quickly.
    default void onChange(Runnable listener) {}

    /// Ends the connections.
    @Override
    void close();
}
