package io.heddle.kit.client.transport;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.http1.TransportException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Requests over our own connections.
final class Http1Transport implements Transport {
    private static final int CHUNK = 16_384;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CRLF = {'\r', '\n'};

    private final Http1 http1;

    Http1Transport(Http1 http1) {
        this.http1 = http1;
    }

    @Override
    public Answer send(Peer peer, Request request, long deadline) {
        Http1.Use use = request.repeatable() ? Http1.Use.ANY : Http1.Use.CHECKED;
        Connection connection = http1.connect(peer, deadline, use);
        boolean mayRepeat =
                request.repeatable() && connection.reused() && !(request.body() instanceof Request.Body.Stream);
        try {
            return exchange(connection, request);
        } catch (TransportException e) {
            if (e.kind() != Kind.NO_ANSWER || !mayRepeat) {
                throw e;
            }
        }
        return exchange(http1.connect(peer, deadline, Http1.Use.FRESH), request);
    }

    private static Answer exchange(Connection connection, Request request) {
        boolean answered = false;
        try {
            write(connection, request);
            ResponseHead head = connection.readHead(request.method().equals("HEAD"));
            answered = true;
            return new Http1Answer(connection, head);
        } finally {
            if (!answered) {
                connection.close();
            }
        }
    }

    private static void write(Connection connection, Request request) {
        connection.put(request.method()).put(" ").put(request.target()).put(" HTTP/1.1\r\nHost: ");
        connection.put(connection.host()).put("\r\n");
        List<String> headers = request.headers();
        for (int i = 0; i < headers.size(); i += 2) {
            connection.put(headers.get(i)).put(": ").put(headers.get(i + 1)).put("\r\n");
        }
        switch (request.body()) {
            case Request.Body.None _ -> writeEmpty(connection, request.method());
            case Request.Body.Bytes bytes -> writeBytes(connection, bytes);
            case Request.Body.Stream stream -> writeStream(connection, stream);
        }
        connection.flush();
    }

    private static void writeEmpty(Connection connection, String method) {
        boolean expectsBody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        connection.put(expectsBody ? "Content-Length: 0\r\n\r\n" : "\r\n");
    }

    private static void writeBytes(Connection connection, Request.Body.Bytes body) {
        byte[] content = body.content();
        connection.put("Content-Type: ").put(body.contentType()).put("\r\nContent-Length: ");
        connection.put(Integer.toString(content.length)).put("\r\n\r\n").put(content, 0, content.length);
    }

    private static void writeStream(Connection connection, Request.Body.Stream body) {
        connection.put("Content-Type: ").put(body.contentType()).put("\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = new byte[CHUNK];
        InputStream content = body.content();
        try {
            for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
                if (n > 0) {
                    connection.put(HexFormat.of().toHexDigits(n)).put(CRLF, 0, 2);
                    connection.put(chunk, 0, n).put(CRLF, 0, 2).flush();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the body to be sent could not be read", e);
        }
        connection.put(LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    @Override
    public void close() {
        http1.close();
    }
}
