package io.heddle.contract.reply;

/// A result whose bytes are ready: the whole success envelope as JSON, with its entity tag.
///
/// A server sends the bytes as they are, gzipped when the caller accepts it, and answers 304 by the entity tag. The
/// same
/// contract method gives a client the value.
///
/// @param <T> the type of the value
public sealed interface Prepared<T> {
    /// The value.
    ///
    /// @throws IllegalStateException on a server, which only has the bytes
    T value();

    /// What a client receives.
    ///
    /// @param <T> the type of the value
    /// @param value the value
    record Received<T>(T value) implements Prepared<T> {}

    /// What a server sends.
    ///
    /// @param <T> the type of the value
    /// @param json the envelope as UTF-8 JSON; shared, never changed
    /// @param gzip the same compressed, empty when it would not be smaller
    /// @param etag the entity tag without quotes
    record Ready<T>(byte[] json, byte[] gzip, String etag) implements Prepared<T> {
        @Override
        public T value() {
            throw new IllegalStateException("a prepared reply holds bytes on the server");
        }
    }
}
