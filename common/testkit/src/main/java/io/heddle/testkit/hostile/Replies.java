package io.heddle.testkit.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes what a server sent on one connection, up to its close, apart into answers.
final class Replies {
    /// One answer.
    ///
    /// @param headers the header lines in lower case
    record Reply(int status, String headers, String body) {}

    private final String text;
    private final boolean bodiless;
    private int at;

    /// @param bodiless whether a `HEAD` may be among the requests, so that a length may be told without a body
    Replies(String text, boolean bodiless) {
        this.text = text;
        this.bodiless = bodiless;
    }

    /// @throws IllegalStateException when it is no HTTP
    List<Reply> all() {
        List<Reply> replies = new ArrayList<>();
        while (at < text.length()) {
            replies.add(next());
        }
        return replies;
    }

    private Reply next() {
        if (!text.startsWith("HTTP/1.1 ", at)) {
            throw new IllegalStateException("no status line: " + excerpt());
        }
        int status = Integer.parseInt(text.substring(at + 9, at + 12));
        int end = text.indexOf("\r\n\r\n", at);
        if (end < 0) {
            throw new IllegalStateException("a head without an end: " + excerpt());
        }
        String headers = text.substring(at, end).toLowerCase(Locale.ROOT) + "\r\n";
        at = end + 4;
        boolean none = status < 200 || status == 204 || status == 304 || (bodiless && text.startsWith("HTTP/1.1 ", at));
        return new Reply(status, headers, none ? "" : body(headers));
    }

    private String body(String headers) {
        if (headers.contains("\r\ntransfer-encoding: chunked\r\n")) {
            return chunks(headers.contains("text/event-stream"));
        }
        int from = headers.indexOf("\r\ncontent-length: ");
        if (from < 0) {
            return "";
        }
        int length = Integer.parseInt(headers.substring(from + 18, headers.indexOf("\r\n", from + 18)));
        if (at + length > text.length()) {
            if (bodiless) {
                return "";
            }
            throw new IllegalStateException("a body cut short: " + excerpt());
        }
        at += length;
        return text.substring(at - length, at);
    }

    private String chunks(boolean mayBreakOff) {
        StringBuilder body = new StringBuilder();
        while (true) {
            int end = text.indexOf("\r\n", at);
            if (end < 0) {
                return brokenOff(mayBreakOff, body);
            }
            int size = Integer.parseInt(text.substring(at, end), 16);
            if (end + 2 + size + 2 > text.length()) {
                return brokenOff(mayBreakOff, body);
            }
            body.append(text, end + 2, end + 2 + size);
            at = end + 2 + size + 2;
            if (size == 0) {
                return body.toString();
            }
        }
    }

    /// An endless answer ends when the client closes its side; any other must be whole.
    private String brokenOff(boolean allowed, StringBuilder body) {
        if (!allowed && !bodiless) {
            throw new IllegalStateException("chunks cut short: " + excerpt());
        }
        at = text.length();
        return body.toString();
    }

    private String excerpt() {
        return text.substring(at, Math.min(text.length(), at + 200));
    }
}
