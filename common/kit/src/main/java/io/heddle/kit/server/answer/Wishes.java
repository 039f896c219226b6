package io.heddle.kit.server.answer;

import io.heddle.kit.server.envelope.Envelope;
import io.heddle.kit.server.gzip.Gzip;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/// What a request says about the form of its answer. A header given on several lines counts as one list.
///
/// @param request the request, whose headers do not change any more
record Wishes(ServerRequest request) {
    /// Whether it came without the wish for a body.
    boolean head() {
        return request.prologue().method().equals(Method.HEAD);
    }

    boolean gzip() {
        return Gzip.accepted(text(HeaderNames.ACCEPT_ENCODING));
    }

    /// Whether errors are to be told as RFC 9457 has them.
    boolean problem() {
        return text(HeaderNames.ACCEPT).contains(Envelope.PROBLEM);
    }

    /// Whether the connection is to end with the answer.
    boolean close() {
        for (String token : text(HeaderNames.CONNECTION).split(",")) {
            if (token.strip().equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    /// Whether the caller names this entity tag or says that any will do (RFC 9110, 13.1.2).
    ///
    /// @param tag the tag in its quotes
    boolean knows(String tag) {
        for (String some : text(HeaderNames.IF_NONE_MATCH).split(",")) {
            String one = some.strip();
            if (one.equals("*") || one.equals(tag) || one.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private String text(HeaderName name) {
        return request.headers().contains(name)
                ? String.join(",", request.headers().all(name, List::of))
                : "";
    }
}
