package io.heddle.kit.client.transport;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// What goes to the peer.
///
/// @param method the method in capitals
/// @param target path and query, encoded
/// @param headers names and values in turn, checked; no framing or `Host` among them
/// @param body what follows the head
/// @param repeatable whether it may be sent again on a fresh connection when the peer closed a kept one without an
/// answer
public record Request(String method, String target, List<String> headers, Body body, boolean repeatable) {
    /// The body of a request.
    public sealed interface Body {
        /// No body.
        record None() implements Body {}

        /// A body that is ready; it may be sent more than once.
        ///
        /// @param contentType its media type
        /// @param content its bytes, not changed any more
        record Bytes(String contentType, byte[] content) implements Body {}

        /// A body that is read once while it is sent, in chunks.
        ///
        /// @param contentType its media type
        /// @param content read to its end and not closed
        record Stream(String contentType, InputStream content) implements Body {}
    }

    /// The first value of one of its headers.
    public Optional<String> header(String name) {
        for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(name)) {
                return Optional.of(headers.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
