package io.heddle.kit.server.guard;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;

/// Looks at each head before Helidon acts on it. Where a message ends must be beyond doubt (RFC 9112, 6.3), or what
/// one side takes for the body the other takes for the next request.
final class RequestHeads implements Http1ConnectionListener {
    private static final HeaderName NAMELESS = HeaderNames.create("");

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        Guards.connection().prologueRead();
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers.contains(HeaderNames.X_HELIDON_CN) && headers instanceof WritableHeaders<?> writable) {
            writable.remove(HeaderNames.X_HELIDON_CN);
        }
        boolean encoded = headers.contains(HeaderNames.TRANSFER_ENCODING);
        boolean sized = headers.contains(HeaderNames.CONTENT_LENGTH);
        Guards.connection().headRead(encoded || sized);
        if ((encoded && (sized || !chunked(headers))) || (sized && !plainLength(headers))) {
            throw refusal("the length of the body is not clear");
        }
        if (headers.contains(NAMELESS)) {
            throw refusal("a header without a name");
        }
    }

    private static RequestException refusal(String message) {
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .message(message)
                .safeMessage(true)
                .build();
    }

    private static boolean chunked(Headers headers) {
        List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        return codings.size() == 1 && codings.getFirst().equals("chunked");
    }

    private static boolean plainLength(Headers headers) {
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        String length = lengths.getFirst();
        return lengths.size() == 1
                && !length.isEmpty()
                && length.length() <= 18
                && length.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
