package io.heddle.kit.http1;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;

/// An exchange that did not come to its end. Its kind says whether the peer may have seen the request.
public final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// Why an exchange failed.
    public enum Kind {
        /// No connection could be opened: the peer never saw the request.
        CONNECT,
        /// All connections to the peer were in use for too long: the peer never saw the request.
        EXHAUSTED,
        /// A reused connection was found closed before a byte of the request was sent: the peer never saw it.
        STALE,
        /// The connection ended before the first byte of an answer: the peer may have seen the request.
        NO_ANSWER,
        /// The connection ended within the answer.
        BROKEN,
        /// The deadline passed.
        TIMED_OUT,
        /// The answer was not HTTP/1.1 as RFC 9112 has it, or its head was over the limit.
        MALFORMED
    }

    /// An exchange that failed for that reason.
    public TransportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// An exchange that failed for that reason.
    public TransportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// An answer with a body over the limit of its reader.
    public static TransportException tooLarge(int limit) {
        return new TransportException(Kind.MALFORMED, "the peer sent a body of more than " + limit + " bytes");
    }

    /// Why it failed.
    public Kind kind() {
        return kind;
    }

    /// The error that a caller is told: 503 when the peer could not be reached, 504 when the time was up, 502 for
    /// an answer that makes no sense.
    ///
    /// @param service the name of the peer's service
    public ServiceException describe(String service) {
        return switch (kind) {
            case TIMED_OUT -> ServiceException.of(Status.GATEWAY_TIMEOUT, service + " did not answer in time", this);
            case MALFORMED ->
                ServiceException.of(Status.BAD_GATEWAY, service + " gave an answer that makes no sense", this);
            case EXHAUSTED ->
                ServiceException.of(Status.UNAVAILABLE, "too many calls to " + service + " at once", this);
            case CONNECT, STALE, NO_ANSWER, BROKEN ->
                ServiceException.of(Status.UNAVAILABLE, service + " could not be reached", this);
        };
    }

    /// Whether it is certain that the peer never saw the request, so that any request may be sent again.
    public boolean neverSent() {
        return kind == Kind.CONNECT || kind == Kind.EXHAUSTED || kind == Kind.STALE;
    }
}
