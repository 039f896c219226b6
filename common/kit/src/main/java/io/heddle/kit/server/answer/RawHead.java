package io.heddle.kit.server.answer;

import io.helidon.http.Header;
import io.helidon.http.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The head of an answer as it is on the wire.
final class RawHead {
    private RawHead() {}

    static byte[] of(int code, Iterable<Header> headers) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String reason = Status.create(code).reasonPhrase();
        head.writeBytes(("HTTP/1.1 " + code + " " + reason + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (Header header : headers) {
            for (String value : header.allValues()) {
                head.writeBytes((header.name() + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        head.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return head.toByteArray();
    }
}
