package io.heddle.kit.client.stream;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events (WHATWG HTML, 9.2.6). Comments and unknown fields are passed over; an event without data
/// too.
final class EventStream<T> implements Events<T> {
    private final InputStream stream;
    private final LineStream<byte[]> lines;
    private final Function<byte[], T> parse;
    private volatile boolean closed;
    private @Nullable Event<T> next;

    EventStream(InputStream stream, Function<byte[], T> parse) {
        this.stream = stream;
        this.lines = new LineStream<>(stream, line -> line);
        this.parse = parse;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !closed) {
            try {
                next = readEvent();
            } catch (ServiceException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
        return next != null;
    }

    private @Nullable Event<T> readEvent() {
        StringBuilder data = new StringBuilder();
        Optional<String> id = Optional.empty();
        boolean any = false;
        for (byte[] bytes = lines.readLine(); bytes != null; bytes = lines.readLine()) {
            String line = new String(bytes, StandardCharsets.UTF_8);
            if (line.isEmpty() && any) {
                return new Event<>(id, parse.apply(data.toString().getBytes(StandardCharsets.UTF_8)));
            }
            if (line.startsWith("data:")) {
                data.append(any ? "\n" : "").append(value(line));
                any = true;
            } else if (line.startsWith("id:")) {
                id = Optional.of(value(line));
            }
        }
        return null;
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    @Override
    public Event<T> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Event<T> event = next;
        next = null;
        return event;
    }

    @Override
    public void close() {
        closed = true;
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
