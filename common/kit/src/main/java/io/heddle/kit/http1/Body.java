package io.heddle.kit.http1;

import java.io.IOException;
import java.io.InputStream;

/// The body of an answer: of a known length, in chunks, or up to the close of the connection.
final class Body extends InputStream {
    private static final int MAX_LINE = 256;
    private static final int MAX_TRAILER_BYTES = 8192;
    private static final int UNTIL_CLOSE = -1;

    private final SocketConnection connection;
    private final Source source;
    private boolean chunked;
    private boolean firstChunk;
    private boolean ended;
    private long left;

    Body(SocketConnection connection, Source source) {
        this.connection = connection;
        this.source = source;
    }

    /// Begins the body that the head announces.
    void begin(Head head) {
        chunked = head.chunked();
        firstChunk = true;
        ended = !head.hasBody();
        left = chunked ? 0 : head.contentLength();
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        try {
            return readFramed(target, offset, length);
        } catch (IOException e) {
            throw connection.failed(e);
        } catch (TransportException e) {
            throw connection.failed(e);
        }
    }

    private int readFramed(byte[] target, int offset, int length) throws IOException {
        if (!chunked && left == UNTIL_CLOSE) {
            int count = source.readToClose(target, offset, length);
            ended = count < 0;
            return count;
        }
        if (chunked && left == 0 && !nextChunk()) {
            return -1;
        }
        int count = source.read(target, offset, (int) Math.min(length, left));
        left -= count;
        ended = left == 0 && !chunked;
        return count;
    }

    /// Reads the line before a chunk; at the last one the trailers too, which are thrown away.
    private boolean nextChunk() throws IOException {
        if (!firstChunk) {
            expectLineEnd();
        }
        firstChunk = false;
        left = chunkSize();
        if (left > 0) {
            return true;
        }
        skipTrailers();
        ended = true;
        return false;
    }

    private long chunkSize() throws IOException {
        long size = 0;
        int digits = 0;
        int b = source.next();
        while (Character.digit(b, 16) >= 0) {
            if (++digits > 15) {
                throw Head.malformed("a chunk size of more than 15 digits");
            }
            size = size * 16 + Character.digit(b, 16);
            b = source.next();
        }
        if (digits == 0) {
            throw Head.malformed("a chunk without a size");
        }
        if (b != '\r' && b != ';' && b != ' ' && b != '\t') {
            throw Head.malformed("a chunk size that is no number");
        }
        for (int skipped = 0; b != '\r'; b = source.next()) {
            if (b == '\n' || ++skipped > MAX_LINE) {
                throw Head.malformed("a chunk extension that does not end");
            }
        }
        if (source.next() != '\n') {
            throw Head.malformed("a chunk size that does not end in CRLF");
        }
        return size;
    }

    private void expectLineEnd() throws IOException {
        if (source.next() != '\r' || source.next() != '\n') {
            throw Head.malformed("a chunk longer than its size");
        }
    }

    private void skipTrailers() throws IOException {
        int line = 0;
        for (int total = 0; total < MAX_TRAILER_BYTES; total++) {
            int b = source.next();
            if (b == '\n' && line == 0) {
                return;
            }
            line = b == '\n' ? 0 : b == '\r' ? line : line + 1;
        }
        throw Head.malformed("trailers of more than " + MAX_TRAILER_BYTES + " bytes");
    }
}
