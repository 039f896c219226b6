package io.heddle.contract.reply;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A result whose bytes are ready: the whole success envelope as JSON, with its entity tag.
///
/// A server sends the bytes as they are, gzipped when the caller accepts it, and answers 304 by the entity tag. The
/// same contract method gives a client the value.
///
/// @param <T> the type of the value
public sealed interface Prepared<T> {
    /// The value.
    ///
    /// @throws IllegalStateException on a server, which only has the bytes
    T value();

    /// The headers that go with it, beside those that every answer has.
    Map<String, String> headers();

    /// What a client receives.
    ///
    /// @param <T> the type of the value
    /// @param value the value
    /// @param headers header names, in any case, to their first values
    record Received<T>(T value, Map<String, String> headers) implements Prepared<T> {
        /// Copies the headers in; look-ups ignore case.
        public Received {
            var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            copy.putAll(headers);
            headers = Collections.unmodifiableMap(copy);
        }

        /// A value without headers.
        public Received(T value) {
            this(value, Map.of());
        }
    }

    /// What a server sends.
    ///
    /// @param <T> the type of the value
    /// @param json the envelope as UTF-8 JSON; shared, never changed
    /// @param gzip the same compressed, empty when it would not be smaller
    /// @param etag the entity tag without quotes, empty for none
    /// @param headers names and values of headers of this very answer
    record Ready<T>(byte[] json, byte[] gzip, String etag, Map<String, String> headers) implements Prepared<T> {
        /// Copies the headers in.
        public Ready {
            headers = Map.copyOf(headers);
        }

        /// Bytes without headers of their own.
        public Ready(byte[] json, byte[] gzip, String etag) {
            this(json, gzip, etag, Map.of());
        }

        @Override
        public T value() {
            throw new IllegalStateException("a prepared reply holds bytes on the server");
        }
    }
}
