package io.heddle.kit.client.transport;

import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An answer on one of our own connections.
final class Http1Answer implements Answer {
    private static final byte[] EMPTY = {};

    private final Connection connection;
    private final ResponseHead head;

    Http1Answer(Connection connection, ResponseHead head) {
        this.connection = connection;
        this.head = head;
    }

    @Override
    public int status() {
        return head.status();
    }

    @Override
    public @Nullable String header(String name) {
        return head.header(name);
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < head.size(); i++) {
            headers.computeIfAbsent(head.name(i), _ -> new ArrayList<>(1)).add(head.value(i));
        }
        return headers;
    }

    @Override
    public byte[] bytes(int limit) {
        if (!head.hasBody()) {
            return EMPTY;
        }
        if (head.contentLength() > limit) {
            throw tooLarge(limit);
        }
        try {
            return head.contentLength() >= 0 ? exactly((int) head.contentLength()) : upTo(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        connection.body().readNBytes(bytes, 0, length);
        return bytes;
    }

    private byte[] upTo(int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        InputStream body = connection.body();
        for (int n = body.read(part, 0, part.length); n >= 0; n = body.read(part, 0, part.length)) {
            bytes.writeBytes(n == part.length ? part : Arrays.copyOf(part, n));
            if (bytes.size() > limit) {
                throw tooLarge(limit);
            }
        }
        return bytes.toByteArray();
    }

    private static TransportException tooLarge(int limit) {
        return TransportException.tooLarge(limit);
    }

    @Override
    public InputStream stream() {
        return connection.body();
    }

    @Override
    public void deadline(long nanos) {
        connection.deadline(nanos);
    }

    @Override
    public void close() {
        connection.release();
    }
}
