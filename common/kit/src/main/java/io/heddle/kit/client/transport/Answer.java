package io.heddle.kit.client.transport;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the peer answered. Used by one thread, except that any thread may close it; closing it ends the exchange.
public interface Answer extends AutoCloseable {
    /// The status.
    int status();

    /// The first value of a header, by its name in any case; null when it is absent.
    @Nullable
    String header(String name);

    /// All headers, copied; look-ups ignore case.
    Map<String, List<String>> headers();

    /// Reads the whole body.
    ///
    /// @param limit the most bytes it may have
    /// @throws io.heddle.kit.http1.TransportException malformed when it has more
    byte[] bytes(int limit);

    /// The body as it comes; a read fails with {@link io.heddle.kit.http1.TransportException} when it breaks off.
    InputStream stream();

    /// Moves the moment at which the exchange is cut off.
    void deadline(long nanos);

    /// Ends the exchange; keeps the connection only when the body was read to its end.
    @Override
    void close();
}
