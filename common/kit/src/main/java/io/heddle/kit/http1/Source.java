package io.heddle.kit.http1;

import io.heddle.kit.http1.TransportException.Kind;
import java.io.IOException;
import java.util.Arrays;

/// What has been read of a connection and not yet been used: one buffer, in which the head stays where it is until the
/// next exchange begins.
final class Source {
    private static final int INITIAL = 8192;

    private final Wire wire;
    private final int maxHead;
    private byte[] bytes = new byte[INITIAL];
    private int floor;
    private int position;
    private int limit;

    Source(Wire wire, int maxHead) {
        this.wire = wire;
        this.maxHead = maxHead;
    }

    /// Forgets the last head. What came after its body stays, for the caller to find.
    void begin() {
        floor = 0;
        int left = limit - position;
        if (left > 0) {
            System.arraycopy(bytes, position, bytes, 0, left);
        }
        position = 0;
        limit = left;
    }

    /// Whether nothing is left over.
    boolean drained() {
        return position == limit;
    }

    /// Reads until a head is whole, parses it, and moves behind it.
    void readHead(Head head, boolean bodiless) throws IOException {
        int end = endOfHead(0);
        while (end < 0) {
            int searched = Math.max(0, limit - 3);
            if (limit == bytes.length) {
                grow();
            }
            fill();
            end = endOfHead(searched);
        }
        head.parse(bytes, end, bodiless);
        position = end;
        floor = end;
    }

    /// Throws an informational head away so that the next one stands at the beginning.
    void skipHead() {
        begin();
    }

    private int endOfHead(int from) {
        for (int i = from; i + 3 < limit; i++) {
            if (bytes[i + 3] == '\n' && bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r') {
                return i + 4;
            }
        }
        return -1;
    }

    private void grow() {
        if (bytes.length >= maxHead) {
            throw Head.malformed("a head of more than " + maxHead + " bytes");
        }
        bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, maxHead));
    }

    /// The next byte, read from the wire if need be.
    int next() throws IOException {
        if (position == limit) {
            refill();
        }
        return bytes[position++];
    }

    /// Up to that many bytes; straight into the target when nothing is left over and the target is large.
    int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= bytes.length - floor) {
                return checked(wire.read(target, offset, length));
            }
            refill();
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    /// As {@link #read}, but -1 where the peer closes: for a body that ends so.
    int readToClose(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            return wire.read(target, offset, length);
        }
        return read(target, offset, length);
    }

    private void refill() throws IOException {
        position = floor;
        limit = floor;
        if (floor == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + INITIAL);
        }
        fill();
    }

    private void fill() throws IOException {
        limit += checked(wire.read(bytes, limit, bytes.length - limit));
    }

    private static int checked(int count) {
        if (count < 0) {
            throw new TransportException(Kind.BROKEN, "the peer closed the connection");
        }
        return count;
    }

    /// Whether not a byte has come since {@link #begin()}.
    boolean untouched() {
        return limit == 0;
    }
}
