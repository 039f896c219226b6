package io.heddle.contract.error;

/// The HTTP statuses an error may have (RFC 9110 and 6585).
public enum Status {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    REQUEST_TIMEOUT(408, "Request timeout"),
    CONFLICT(409, "Conflict"),
    GONE(410, "Gone"),
    CONTENT_TOO_LARGE(413, "Content too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    POLICY_NOT_FULFILLED(420, "Policy not fulfilled"),
    UNPROCESSABLE_CONTENT(422, "Unprocessable content"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Request header fields too large"),
    INTERNAL_ERROR(500, "Internal error"),
    NOT_IMPLEMENTED(501, "Not implemented"),
    BAD_GATEWAY(502, "Bad gateway"),
    UNAVAILABLE(503, "Service unavailable"),
    GATEWAY_TIMEOUT(504, "Gateway timeout");

    private final int code;
    private final String phrase;

    Status(int code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    /// The number on the status line.
    public int code() {
        return code;
    }

    /// The sentence that stands for the status when there is no better one.
    public String phrase() {
        return phrase;
    }

    /// The status of a number; one that is not listed is a {@link #BAD_REQUEST} below 500 and a {@link #BAD_GATEWAY}
    /// from there.
    public static Status of(int code) {
        for (Status status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return code < 500 ? BAD_REQUEST : BAD_GATEWAY;
    }
}
