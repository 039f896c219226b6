package io.heddle.kit.client.stream;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads text line by line, up to LF with an optional CR before it. One line may have {@link #MAX_LINE} bytes.
final class LineStream<T> implements Iterator<T> {
    static final int MAX_LINE = 1 << 20;

    private final InputStream in;
    private final Function<byte[], T> parse;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private int position;
    private int limit;
    private byte @Nullable [] next;

    LineStream(InputStream in, Function<byte[], T> parse) {
        this.in = in;
        this.parse = parse;
    }

    /// The lines as a stream that closes its source.
    Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, 0), false)
                .onClose(() -> {
                    try {
                        in.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            byte[] read = readLine();
            if (read == null) {
                return false;
            }
            next = read.length == 0 ? null : read;
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        byte[] text = next;
        next = null;
        return parse.apply(text);
    }

    /// The next line without its end, null after the last.
    byte @Nullable [] readLine() {
        line.reset();
        try {
            while (position < limit || fill()) {
                byte b = buffer[position++];
                if (b == '\n') {
                    return withoutReturn();
                }
                line.write(b);
                if (line.size() > MAX_LINE) {
                    throw ServiceException.of(Status.BAD_GATEWAY, "a line has more than " + MAX_LINE + " bytes");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.size() == 0 ? null : withoutReturn();
    }

    private byte[] withoutReturn() {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? java.util.Arrays.copyOf(bytes, length - 1) : bytes;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
