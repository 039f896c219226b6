package io.heddle.kit.server.guard;

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
    /// handler has returned, the connection's thread does nothing but wait for the peer's close; what the peer
    sends
    /// meanwhile is thrown away.
    ///
    /// @param stream what is written
    /// @param heartbeat how long the line may be quiet before the stream has to beat
    void begin(Live stream, Duration heartbeat);

    /// Closes the connection now; any thread may.
    void close();
}
