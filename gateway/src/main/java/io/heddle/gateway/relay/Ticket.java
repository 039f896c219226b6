package io.heddle.gateway.relay;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.trace.TraceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A request as it goes on to an instance: worked out once, written for each try.
final class Ticket {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Exchange exchange;
    private final String service;
    private final String target;
    private final List<String> headers = new ArrayList<>(32);
    private final byte[] replay;
    private final boolean streamed;

    private Ticket(Exchange exchange, String service, String target, int replayLimit) {
        this.exchange = exchange;
        this.service = service;
        this.target = target;
        this.streamed = exchange.bodyLength() < 0 || exchange.bodyLength() > replayLimit;
        this.replay = streamed || exchange.bodyLength() == 0 ? new byte[0] : exchange.bytes();
    }

    /// @param service the name that the path begins with
    /// @param replayLimit the largest body that is kept to be sent again
    static Ticket of(Exchange exchange, String service, int replayLimit) {
        String raw = exchange.rawTarget();
        String rest = raw.substring(1 + service.length());
        Ticket ticket = new Ticket(exchange, service, rest.startsWith("/") ? rest : "/" + rest, replayLimit);
        ticket.gather();
        return ticket;
    }

    private void gather() {
        List<String> connection = new ArrayList<>(1);
        exchange.eachHeader((name, value) -> {
            if (name.equalsIgnoreCase("connection")) {
                connection.add(value);
            }
        });
        Passage passage = Passage.beside(connection);
        exchange.eachHeader((name, value) -> {
            if (passage.allows(name)) {
                add(name, value);
            } else if (name.equalsIgnoreCase("host")) {
                add("X-Forwarded-Host", value);
            }
        });
        add("X-Forwarded-For", exchange.peer());
        add("X-Forwarded-Proto", "http");
        add("X-Forwarded-Prefix", "/" + service);
    }

    private void add(String name, String value) {
        headers.add(name);
        headers.add(value);
    }

    /// Lets the span of this relay stand in for the caller's.
    void trace(TraceSpan span) {
        span.inject((name, value) -> {
            for (int i = 0; i < headers.size(); i += 2) {
                if (headers.get(i).equalsIgnoreCase(name)) {
                    headers.set(i + 1, value);
                    return;
                }
            }
            add(name, value);
        });
        if (span.recording()) {
            span.tag("http.method", exchange.method());
            span.tag("peer.service", service);
            span.tag("component", "heddle-relay");
        }
    }

    /// Whether it may be sent again though an instance may have seen it (RFC 9110, 9.2.2).
    boolean repeatable() {
        return !streamed
                && switch (exchange.method()) {
                    case "GET", "HEAD", "PUT", "DELETE", "OPTIONS" -> true;
                    default -> false;
                };
    }

    /// Whether its body has not been read yet, or can be read again.
    boolean unread() {
        return !streamed;
    }

    boolean bodiless() {
        return exchange.method().equals("HEAD");
    }

    /// Writes it, head and body.
    void write(Connection connection, Deadline limit, byte[] buffer) {
        connection
                .put(exchange.method())
                .put(" ")
                .put(target)
                .put(" HTTP/1.1\r\nHost: ")
                .put(connection.host());
        for (int i = 0; i < headers.size(); i += 2) {
            connection.put(LINE_END, 0, 2).put(headers.get(i)).put(": ").put(headers.get(i + 1));
        }
        connection.put("\r\n" + Deadline.HEADER + ": ");
        connection
                .put(Long.toString(Math.max(1, limit.remainingNanos() / 1_000_000)))
                .put(LINE_END, 0, 2);
        writeBody(connection, buffer);
        connection.flush();
    }

    private void writeBody(Connection connection, byte[] buffer) {
        long length = exchange.bodyLength();
        if (length == 0) {
            connection.put(expectsBody() ? "Content-Length: 0\r\n\r\n" : "\r\n");
        } else if (length < 0) {
            connection.put("Transfer-Encoding: chunked\r\n\r\n");
            copy(connection, buffer, true);
            connection.put(LAST_CHUNK, 0, LAST_CHUNK.length);
        } else {
            connection.put("Content-Length: ").put(Long.toString(length)).put("\r\n\r\n");
            if (streamed) {
                copy(connection, buffer, false);
            } else {
                connection.put(replay, 0, replay.length);
            }
        }
    }

    private boolean expectsBody() {
        return switch (exchange.method()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
    }

    private void copy(Connection connection, byte[] buffer, boolean chunks) {
        InputStream body = exchange.stream();
        try {
            for (int n = body.read(buffer, 0, buffer.length); n >= 0; n = body.read(buffer, 0, buffer.length)) {
                if (chunks && n > 0) {
                    connection.put(HexFormat.of().toHexDigits(n)).put(LINE_END, 0, 2);
                }
                connection.put(buffer, 0, n);
                if (chunks && n > 0) {
                    connection.put(LINE_END, 0, 2);
                }
                connection.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the request broke off", e);
        }
    }
}
