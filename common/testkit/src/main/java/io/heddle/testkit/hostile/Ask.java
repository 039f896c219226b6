package io.heddle.testkit.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request that is in order, from which broken ones are made.
///
/// @param method the method
/// @param target path and query
/// @param body the body, empty for none
public record Ask(String method, String target, String body) {
    /// One without a body.
    public static Ask of(String method, String target) {
        return new Ask(method, target, "");
    }

    Ask target(String other) {
        return new Ask(method, other, body);
    }

    Ask body(String other) {
        return new Ask(method, target, other);
    }

    boolean xml() {
        return body.startsWith("<");
    }

    /// As text in Latin-1, framed as it should be.
    String text() {
        return text(List.of());
    }

    /// The same with more header lines.
    String text(List<String> headers) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        String bytes = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (!body.isEmpty()) {
            String type = xml() ? "xml" : "json";
            text.append("Content-Type: application/" + type + "\r\nContent-Length: ")
                    .append(bytes.length())
                    .append("\r\n");
        }
        return text.append("\r\n").append(bytes).toString();
    }
}
