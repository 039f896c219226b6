package io.heddle.kit.server.guard;

import io.heddle.kit.server.guard.held.Held;
import java.time.Duration;

/// The connection that a handler answers on, for those answers that go past Helidon's own response.
public interface Wire {
    /// Whether the head of a request has not come to its end: what goes wrong then is the peer's doing.
    boolean inHead();

    /// Says that the body of the request was read to its end, so that the connection can close at once when it
    /// must.
    void bodyRead();

    /// Writes the bytes as they are; blocks until the system took them or the write limit closed the connection.
    void write(byte[] bytes);

    /// Says that a live stream begins, before its first byte: from here on the connection ends with it. When the
    /// handler has returned, the connection's thread does nothing but wait for the peer's close; what comes
    /// until then is thrown away.
    ///
    /// @param stream what is written
    /// @param heartbeat how long the line may be quiet before the stream has to beat
    void begin(Live stream, Duration heartbeat);

    /// Counts what the peer makes us hold, if it is large, until that is closed. Waits for a moment where there is
    /// no room; peers that do not move are cut off for it.
    ///
    /// @param what known by its identity; what several peers hold counts once
    /// @param bytes how much it is
    Held.Hold hold(Object what, long bytes);

    /// Closes the connection now; any thread may.
    void close();
}
